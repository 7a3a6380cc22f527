package io.tgr.cluster.real;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.cluster.ClusterInspectorServiceApplication;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The service, started as it is in a cluster, and asked over HTTP.
 */
final class RunningInspector implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private final Path log;

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private RunningInspector(ConfigurableApplicationContext context, Path log) {
		this.context = context;
		this.log = log;
	}

	static RunningInspector start(InspectorAccount account, String... settings) {
		try {
			Path log = Files.createTempFile("inspector", ".log");
			List<String> arguments = new ArrayList<>(
					List.of("--server.address=127.0.0.1", "--server.port=0", "--tgr.inbound.requests-per-minute=0",
							"--tgr.cluster.kubeconfig=" + account.kubeconfig(), "--logging.file.name=" + log));
			arguments.addAll(List.of(settings));
			RunningInspector inspector = new RunningInspector(
					new SpringApplicationBuilder(ClusterInspectorServiceApplication.class)
						.run(arguments.toArray(String[]::new)),
					log);
			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.until(() -> inspector.get(null, "/actuator/health/readiness", "*/*").statusCode() == 200);
			return inspector;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	HttpResponse<String> get(@Nullable String token, String path, String accept) {
		return send(request(token, path, accept).timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
	}

	JsonNode json(String token, String path) {
		HttpResponse<String> answer = get(token, path, "application/json");
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return JsonMapper.shared().readTree(answer.body());
	}

	String table(String token, String path) {
		HttpResponse<String> answer = get(token, path, "text/plain");
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return answer.body();
	}

	JsonNode problem(@Nullable String token, String path, int status) {
		HttpResponse<String> answer = get(token, path, "*/*");
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
		return JsonMapper.shared().readTree(answer.body());
	}

	EventStream stream(String token, String path) {
		HttpResponse<InputStream> answer = send(request(token, path, "text/event-stream").build(),
				BodyHandlers.ofInputStream());
		assertThat(answer.statusCode()).isEqualTo(200);
		return new EventStream(answer.body());
	}

	String log() {
		try {
			return Files.readString(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private HttpRequest.Builder request(@Nullable String token, String path, String accept) {
		String port = this.context.getEnvironment().getRequiredProperty("local.server.port");
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
			.header("Accept", accept);
		return (token != null) ? request.header("Authorization", "Bearer " + token) : request;
	}

	private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
		return this.client.sendAsync(request, body).join();
	}

	@Override
	public void close() throws IOException {
		this.context.close();
		Files.deleteIfExists(this.log);
	}

}
