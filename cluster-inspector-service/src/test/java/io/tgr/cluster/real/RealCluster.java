package io.tgr.cluster.real;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The cluster that tests may change, seen without the service: through its API as an
 * administrator, and through kubectl.
 */
final class RealCluster implements AutoCloseable {

	static final String KUBECONFIG = "TGR_TEST_KUBECONFIG";

	static final String TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io";

	private static final Duration LONGEST_WATCH = Duration.ofMinutes(10);

	private final String kubeconfig;

	private final KubernetesClient client;

	private final Command kubectl;

	RealCluster(String kubeconfig) {
		this.kubeconfig = kubeconfig;
		this.client = new KubernetesClientBuilder().withConfig(Config.fromKubeconfig(new File(kubeconfig))).build();
		this.kubectl = new Command(
				List.of(Objects.requireNonNullElse(System.getenv("TGR_TEST_KUBECTL"), "kubectl").split(" ")),
				Map.of("KUBECONFIG", kubeconfig));
	}

	String kubeconfig() {
		return this.kubeconfig;
	}

	String kubectl(String... arguments) {
		return this.kubectl.and(arguments).run();
	}

	/**
	 * Runs a script that uses kubectl itself.
	 * @param words the script and its arguments
	 */
	void script(String... words) {
		new Command(List.of(words), this.kubectl.environment()).with("KUBECTL", String.join(" ", this.kubectl.words()))
			.run();
	}

	void apply(String manifests) {
		this.kubectl.and("apply", "--server-side", "--force-conflicts", "-f", "-").run(manifests);
	}

	void delete(String manifests) {
		this.kubectl.and("delete", "--ignore-not-found", "--wait=false", "-f", "-").run(manifests);
	}

	String token(String namespace, String account, String... options) {
		return this.kubectl.and("-n", namespace, "create", "token", account).and(options).run().strip();
	}

	/**
	 * Makes a namespace that is empty.
	 * @param name its name
	 */
	void namespace(String name) {
		kubectl("delete", "namespace", name, "--ignore-not-found", "--timeout=90s");
		kubectl("create", "namespace", name);
	}

	JsonNode get(String path) {
		return get(path, "application/json");
	}

	JsonNode get(String path, String accept) {
		return JsonMapper.shared().readTree(text(open(path, accept)));
	}

	int status(String path) {
		HttpResponse<InputStream> answer = open(path, "application/json");
		text(answer);
		return answer.code();
	}

	HttpResponse<InputStream> open(String path, String accept) {
		String address = this.client.getMasterUrl().toString().replaceAll("/$", "");
		return this.client.getHttpClient()
			.sendAsync(this.client.getHttpClient()
				.newHttpRequestBuilder()
				.uri(URI.create(address + path))
				.header("Accept", accept)
				.timeout(LONGEST_WATCH.toMillis(), TimeUnit.MILLISECONDS)
				.build(), InputStream.class)
			.join();
	}

	private static String text(HttpResponse<InputStream> answer) {
		try (InputStream body = answer.body()) {
			return new String(body.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A command that stops or starts the API server.
	 * @param variable the variable that holds it
	 * @return the command, {@code null} if there is none
	 */
	static @Nullable Command command(String variable) {
		String line = System.getenv(variable);
		return (line != null && !line.isBlank()) ? Command.shell(line) : null;
	}

	@Override
	public void close() {
		this.client.close();
	}

}
