package io.tgr.system;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(TgrExtension.class)
class HttpSystemTests {

	@ParameterizedTest
	@ValueSource(strings = { "/trending?language=java", "/languages", "/repos/spring-projects/spring-boot?parts=facts",
			"/repos/spring-projects/spring-boot/stars", "/repos/spring-projects/spring-boot/stars.svg" })
	void anUnchangedAnswerIsNotSentAgain(String path, WebTestClient tgr) {
		for (int attempt = 0; attempt < 5; attempt++) {
			HttpHeaders headers = tgr.get().uri(path).exchange().expectBody().returnResult().getResponseHeaders();
			assertThat(headers.getETag()).isNotBlank();
			assertThat(headers.getCacheControl()).isNotBlank();
			EntityExchangeResult<byte[]> again = tgr.get()
				.uri(path)
				.header(HttpHeaders.IF_NONE_MATCH, headers.getETag())
				.exchange()
				.expectBody()
				.returnResult();
			if (again.getStatus().equals(HttpStatus.NOT_MODIFIED)) {
				assertThat(again.getResponseBody()).isNull();
				return;
			}
		}
		throw new AssertionError("Never a 304 for " + path);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/trending?language=java", "/languages", "/quota",
			"/repos/spring-projects/spring-boot?parts=facts" })
	void headAnswersLikeGetWithoutABody(String path, WebTestClient tgr) {
		tgr.head().uri(path).exchange().expectStatus().isOk().expectBody().isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/trending?language=python", "/languages", "/repos/spring-projects/spring-boot" })
	void whoAcceptsGzipGetsIt(String path, URI gateway) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(gateway.resolve(path))
			.header(HttpHeaders.ACCEPT_ENCODING, "gzip")
			.build();
		HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
		assertThat(answer.headers().firstValue(HttpHeaders.CONTENT_ENCODING)).hasValue("gzip");
		assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes())
			.startsWith(firstByte(path));
	}

	private static byte firstByte(String path) {
		return (byte) (("/languages".equals(path)) ? '[' : '{');
	}

	@ParameterizedTest
	@ValueSource(strings = { "/quota", "/trending?limit=0", "/repos/nobody/nothing" })
	void aRequestKeepsItsId(String path, WebTestClient tgr) {
		tgr.get()
			.uri(path)
			.header("X-Request-Id", "system-test-1")
			.exchange()
			.expectHeader()
			.valueEquals("X-Request-Id", "system-test-1");
	}

	@Test
	void aRequestWithoutASoundIdGetsOne(WebTestClient tgr) {
		tgr.get()
			.uri("/quota")
			.header("X-Request-Id", "not sound {}")
			.exchange()
			.expectHeader()
			.value("X-Request-Id", (id) -> assertThat(id).matches("[0-9a-f-]{32,36}"));
	}

	@Test
	void anyPageMayRead(WebTestClient tgr) {
		tgr.get()
			.uri("/quota")
			.header(HttpHeaders.ORIGIN, "https://example.org")
			.exchange()
			.expectHeader()
			.valueEquals(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
	}

	@Test
	void aPageMayAskWhetherItMayRead(WebTestClient tgr) {
		tgr.method(HttpMethod.OPTIONS)
			.uri("/trending")
			.header(HttpHeaders.ORIGIN, "https://example.org")
			.header(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, "GET")
			.header(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS, "if-none-match")
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
	}

}
