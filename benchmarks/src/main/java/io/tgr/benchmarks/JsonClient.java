package io.tgr.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A plain HTTP client for JSON.
 */
final class JsonClient {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final JsonMapper mapper = JsonMapper.builder().build();

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	HttpResponse<byte[]> get(URI uri) throws IOException, InterruptedException {
		return this.http.send(HttpRequest.newBuilder(uri).timeout(PATIENCE).build(),
				HttpResponse.BodyHandlers.ofByteArray());
	}

	JsonNode json(URI uri) throws IOException, InterruptedException {
		return read(good(uri));
	}

	String text(URI uri) throws IOException, InterruptedException {
		return new String(good(uri).body(), StandardCharsets.UTF_8);
	}

	private HttpResponse<byte[]> good(URI uri) throws IOException, InterruptedException {
		HttpResponse<byte[]> response = get(uri);
		if (response.statusCode() != 200) {
			throw new IOException(uri + " answered " + response.statusCode() + ": "
					+ new String(response.body(), StandardCharsets.UTF_8));
		}
		return response;
	}

	JsonNode read(HttpResponse<byte[]> response) {
		return this.mapper.readTree(response.body());
	}

	void send(String method, URI uri, String body) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(uri)
			.timeout(PATIENCE)
			.header("Content-Type", "application/json")
			.method(method, HttpRequest.BodyPublishers.ofString(body))
			.build();
		int status = this.http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
		if (status >= 300) {
			throw new IOException(method + " " + uri + " answered " + status);
		}
	}

}
