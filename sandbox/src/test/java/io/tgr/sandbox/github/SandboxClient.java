package io.tgr.sandbox.github;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A plain client that shows answers as they are.
 */
public final class SandboxClient {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final URI root;

	private final Map<String, String> headers = new LinkedHashMap<>();

	private SandboxClient(URI root) {
		this.root = root;
	}

	public static SandboxClient anonymous(GithubSandbox sandbox) {
		return new SandboxClient(sandbox.url());
	}

	public static SandboxClient withToken(GithubSandbox sandbox) {
		return anonymous(sandbox).with("Authorization", "Bearer sandbox-token");
	}

	public static SandboxClient withClient(GithubSandbox sandbox) {
		byte[] pair = "sandbox-client:sandbox-secret".getBytes(StandardCharsets.UTF_8);
		return anonymous(sandbox).with("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
	}

	public SandboxClient with(String name, String value) {
		SandboxClient client = new SandboxClient(this.root);
		client.headers.putAll(this.headers);
		client.headers.put(name, value);
		return client;
	}

	public Answer get(String path) throws IOException {
		return send("GET", path, null);
	}

	public Answer send(String method, String path, @Nullable Object body) throws IOException {
		try {
			return Answer.of(this.http.send(request(method, path, body), BodyHandlers.ofByteArray()));
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public CompletableFuture<Answer> later(String path) {
		return this.http.sendAsync(request("GET", path, null), BodyHandlers.ofByteArray()).thenApply(Answer::of);
	}

	public Answer query(String query) throws IOException {
		return query(query, Map.of());
	}

	public Answer query(String query, Map<String, ?> variables) throws IOException {
		return send("POST", "/graphql", Map.of("query", query, "variables", variables));
	}

	private HttpRequest request(String method, String path, @Nullable Object body) {
		HttpRequest.BodyPublisher content = (body != null) ? BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))
				: BodyPublishers.noBody();
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.root + path))
			.timeout(Duration.ofSeconds(20))
			.method(method, content);
		if (body != null) {
			request.header("Content-Type", "application/json");
		}
		this.headers.forEach(request::header);
		return request.build();
	}

	/**
	 * An answer.
	 *
	 * @param status its status
	 * @param headers its headers, each with its first value
	 * @param bytes its body
	 */
	public record Answer(int status, Map<String, String> headers, byte[] bytes) {

		static Answer of(HttpResponse<byte[]> response) {
			Map<String, String> headers = new LinkedHashMap<>();
			response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
			return new Answer(response.statusCode(), headers, response.body());
		}

		public @Nullable String header(String name) {
			return this.headers.get(name);
		}

		public String text() {
			return new String(this.bytes, StandardCharsets.UTF_8);
		}

		public JsonNode json() {
			return JSON.readTree(this.bytes);
		}

		public String message() {
			return json().path("message").asString("");
		}

	}

}
