package io.tgr.trending;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks the service over HTTP, with addresses exactly as written.
 */
final class ApiClient {

	private final WebTestClient client;

	private final String base;

	private final JsonMapper json = new JsonMapper();

	ApiClient(int port) {
		this.base = "http://127.0.0.1:" + port;
		this.client = WebTestClient.bindToServer(new ReactorClientHttpConnector(HttpClient.create()))
			.responseTimeout(Duration.ofSeconds(20))
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(8_000_000))
			.build();
	}

	WebTestClient.RequestBodySpec request(HttpMethod method, String uri) {
		return this.client.method(method).uri(URI.create(this.base + uri));
	}

	JsonNode get(String uri) {
		return this.json.readTree(exchange(uri, "identity").getResponseBody());
	}

	EntityExchangeResult<byte[]> exchange(String uri, String encoding) {
		EntityExchangeResult<byte[]> result = request(HttpMethod.GET, uri).header(HttpHeaders.ACCEPT_ENCODING, encoding)
			.exchange()
			.expectBody()
			.returnResult();
		assertThat(result.getStatus().value())
			.as(() -> new String(result.getResponseBodyContent(), StandardCharsets.UTF_8))
			.isEqualTo(200);
		return result;
	}

	JsonNode problem(String uri, int status) {
		return problem(request(HttpMethod.GET, uri), status);
	}

	JsonNode problem(WebTestClient.RequestHeadersSpec<?> request, int status) {
		EntityExchangeResult<byte[]> result = request.exchange().expectBody().returnResult();
		assertThat(result.getStatus().value()).isEqualTo(status);
		MediaType type = result.getResponseHeaders().getContentType();
		assertThat(type).isNotNull();
		assertThat(type.isCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)).isTrue();
		return this.json.readTree(result.getResponseBody());
	}

}
