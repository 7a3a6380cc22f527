package io.tgr.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(TgrExtension.class)
class RoutingSystemTests {

	/**
	 * Every service says it, whatever it answers; the gateway never does.
	 */
	private static final String MARK_OF_A_SERVICE = HttpHeaders.VARY;

	@ParameterizedTest
	@ValueSource(
			strings = { "/?n=1&l=Java", "/trending?limit=1", "/trending.atom", "/trending/spring-projects/spring-boot",
					"/trending/streamlit/streamlit", "/repositories", "/languages", "/quota", "/v1/trends/repos",
					"/repos/spring-projects/spring-boot?parts=facts", "/pods", "/pods/summary", "/pods/shop/nobody" })
	void everyRouteOfTheDesignReachesAService(String path, WebTestClient tgr) {
		tgr.get().uri(path).exchange().expectHeader().exists(MARK_OF_A_SERVICE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator", "/actuator/health", "/actuator/prometheus", "/v3/api-docs", "/reposx",
			"/repositoriesx", "/languagesx", "/quotas", "/podsx", "/favicon.ico", "/api/v1/pods", "/_sandbox/calls",
			"/search/repositories", "/graphql" })
	void nothingElseIsRouted(String path, WebTestClient tgr) {
		tgr.get().uri(path).exchange().expectStatus().isNotFound().expectHeader().doesNotExist(MARK_OF_A_SERVICE);
	}

	// Ambassador does not route them, a Gateway does: its prefixes are whole segments.
	@ParameterizedTest
	@ValueSource(strings = { "/repos", "/v1/trends" })
	void aPrefixAloneIsNotFound(String path, WebTestClient tgr) {
		tgr.get().uri(path).exchange().expectStatus().isNotFound();
	}

	@Test
	@Tag(TgrExtension.LAUNCHER)
	void theGatewaysOwnAnswerIsAProblemToo(WebTestClient tgr) {
		tgr.get()
			.uri("/actuator/health")
			.header("X-Request-Id", "system-test-1")
			.exchange()
			.expectHeader()
			.contentType("application/problem+json")
			.expectHeader()
			.valueEquals("X-Request-Id", "system-test-1")
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:tgr:problem:not-found")
			.jsonPath("$.instance")
			.isEqualTo("/actuator/health");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/repos/../actuator/health", "/repos/%2e%2e/actuator/health",
			"/trending/../actuator/health", "//actuator/health" })
	void noPathWalksOutOfItsRoute(String path, URI gateway) {
		assertThat(raw(gateway, path)).startsWith("HTTP/1.1 404").doesNotContain("\"UP\"");
	}

	private static String raw(URI gateway, String path) {
		try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
			socket.setSoTimeout(10_000);
			String request = "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(path,
					gateway.getAuthority());
			socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
