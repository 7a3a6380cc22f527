package io.tgr.benchmarks.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;

/**
 * The API server of {@code KUBECONFIG}, and {@code kubectl} for it ({@code KUBECTL} says
 * which).
 */
final class ApiServer implements AutoCloseable {

	private final Path kubeconfig;

	private final KubernetesClient client;

	private ApiServer(Path kubeconfig) {
		this.kubeconfig = kubeconfig;
		this.client = new KubernetesClientBuilder()
			.withConfig(new ConfigBuilder(Config.fromKubeconfig(kubeconfig.toFile())).build())
			.build();
	}

	static ApiServer ofKubeconfig() {
		String kubeconfig = System.getenv("KUBECONFIG");
		if (kubeconfig == null || kubeconfig.isBlank()) {
			throw new IllegalStateException(
					"The benchmark 'pods' needs a cluster of its own to write 10,000 pods to: set KUBECONFIG");
		}
		return new ApiServer(Path.of(kubeconfig));
	}

	Path kubeconfig() {
		return this.kubeconfig;
	}

	KubernetesClient client() {
		return this.client;
	}

	byte[] get(String path, Map<String, String> headers) throws IOException {
		HttpRequest.Builder request = this.client.getHttpClient()
			.newHttpRequestBuilder()
			.uri(this.client.getMasterUrl().toString().replaceAll("/$", "") + path);
		headers.forEach(request::header);
		try {
			HttpResponse<byte[]> response = this.client.getHttpClient().sendAsync(request.build(), byte[].class).join();
			if (response.code() != 200) {
				throw new IOException(path + " answered " + response.code());
			}
			return response.body();
		}
		catch (CompletionException ex) {
			throw new IOException(ex);
		}
	}

	String kubectl(String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(
				List.of(System.getenv().getOrDefault("KUBECTL", "kubectl").strip().split(" ")));
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
		builder.environment().put("KUBECONFIG", this.kubeconfig.toAbsolutePath().toString());
		Process process = builder.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
			throw new IOException(command + " failed");
		}
		return output;
	}

	@Override
	public void close() {
		this.client.close();
	}

}
