package io.tgr.sandbox.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Clients of a cluster sandbox: fabric8's, and one that shows answers as they are.
 */
public final class ClusterClients {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private ClusterClients() {
	}

	public static KubernetesClient fabric8(ClusterSandbox sandbox, @Nullable String token) {
		Config config = Config.empty();
		config.setMasterUrl(sandbox.url().toString());
		config.setTrustCerts(true);
		config.setRequestRetryBackoffLimit(0);
		config.setOnlyHttpWatches(true);
		config.setOauthToken(token);
		return new KubernetesClientBuilder().withConfig(config).build();
	}

	public static HttpResponse<String> get(ClusterSandbox sandbox, String path, @Nullable String token) {
		return send(request(sandbox, path, token).build());
	}

	public static JsonNode json(ClusterSandbox sandbox, String path) {
		return JSON.readTree(get(sandbox, path, "sandbox-admin").body());
	}

	public static HttpResponse<String> post(ClusterSandbox sandbox, String path, @Nullable String token, String body) {
		HttpRequest.Builder request = request(sandbox, path, token).header("Content-Type", "application/json");
		return send(request.POST(BodyPublishers.ofString(body)).build());
	}

	public static HttpRequest.Builder request(ClusterSandbox sandbox, String path, @Nullable String token) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.url() + path))
			.timeout(Duration.ofSeconds(20));
		return (token != null) ? request.header("Authorization", "Bearer " + token) : request;
	}

	public static HttpResponse<String> send(HttpRequest request) {
		try {
			return HTTP.send(request, BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	public static String pod(String namespace, String name, String app) {
		return """
				{"kind":"Pod","apiVersion":"v1","metadata":{"namespace":"%s","name":"%s","labels":{"app":"%s"}},
				"spec":{"nodeName":"node-a","containers":[{"name":"main","image":"main:1"}]},
				"status":{"phase":"Running"}}""".formatted(namespace, name, app);
	}

}
