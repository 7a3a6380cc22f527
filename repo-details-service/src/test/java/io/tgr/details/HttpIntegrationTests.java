package io.tgr.details;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

import io.tgr.sandbox.github.GithubSandbox;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for all routes: conditional requests, compression, media types, problems.
 */
@WithGithubSandbox
@TestPropertySource(properties = "tgr.github.token=sandbox-token")
class HttpIntegrationTests {

	private static final String BOOT = "/repos/spring-projects/spring-boot";

	@Autowired
	private WebTestClient client;

	@Autowired
	private GithubSandbox github;

	@LocalServerPort
	private int port;

	@BeforeEach
	void endAllTrouble() {
		this.github.faults();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/stars", "/stars.svg" })
	void answersHeadAndConditionalRequests(String path) {
		String tag = this.client.head()
			.uri(BOOT + path)
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals(HttpHeaders.CACHE_CONTROL, "max-age=60, public")
			.expectBody()
			.isEmpty()
			.getResponseHeaders()
			.getETag();
		this.client.get()
			.uri(BOOT + path)
			.header(HttpHeaders.IF_NONE_MATCH, String.valueOf(tag))
			.exchange()
			.expectStatus()
			.isNotModified();
	}

	@Test
	void packsAnswers() throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + BOOT))
			.header(HttpHeaders.ACCEPT_ENCODING, "gzip")
			.build();
		HttpResponse<Void> response = HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
		assertThat(response.headers().firstValue(HttpHeaders.CONTENT_ENCODING)).hasValue("gzip");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/stars", "/stars.svg" })
	void tellsCachesWhatAnswersDependOn(String path) {
		HttpHeaders headers = this.client.get()
			.uri(BOOT + path)
			.header(HttpHeaders.ORIGIN, "https://elsewhere.example")
			.exchange()
			.expectHeader()
			.valueEquals(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
			.expectBody()
			.returnResult()
			.getResponseHeaders();
		assertThat(headers.getVary()).contains("Accept", "Accept-Encoding", "Origin").doesNotHaveDuplicates();
	}

	@Test
	void answersAnyoneWhoTakesAnything() {
		this.client.get()
			.uri(BOOT)
			.header(HttpHeaders.ACCEPT, "*/*")
			.exchange()
			.expectHeader()
			.contentTypeCompatibleWith(MediaType.APPLICATION_JSON);
	}

	@ParameterizedTest
	@CsvSource({ "/repos/spring-projects/none-such, 404, not-found", "/repos/-x/y, 404, not-found",
			"/repos/x/y.git, 404, not-found", "/repos/-x/y/stars, 404, not-found",
			"/repos/spring-projects/spring-boot?parts=star, 400, invalid-parameter",
			"/repos/spring-projects/spring-boot?parts=, 400, invalid-parameter",
			"/repos/spring-projects/spring-boot?part=stars, 400, invalid-parameter",
			"/repos/spring-projects/spring-boot/stars?days=0, 400, invalid-parameter",
			"/repos/spring-projects/spring-boot/stars?days=366, 400, invalid-parameter",
			"/repos/spring-projects/spring-boot/stars?days=, 400, invalid-parameter",
			"/repos/spring-projects/spring-boot/stars?days=ten, 400, invalid-parameter",
			"/repos/spring-projects/spring-boot/stars.svg?color=red, 400, invalid-parameter",
			"/repos/spring-projects/spring-boot/nothing, 404, not-found", "/repos/batch, 405, method-not-allowed",
			"/quota?x=1, 400, invalid-parameter", "/reposx, 404, not-found" })
	void saysWhatIsWrong(String path, int status, String slug) {
		this.client.get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectHeader()
			.contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:tgr:problem:" + slug)
			.jsonPath("$.status")
			.isEqualTo(status)
			.jsonPath("$.detail")
			.isNotEmpty();
	}

	@Test
	void saysWhichMethodsThereAre() {
		HttpHeaders headers = this.client.post()
			.uri(BOOT)
			.exchange()
			.expectStatus()
			.isEqualTo(405)
			.expectBody()
			.returnResult()
			.getResponseHeaders();
		assertThat(headers.getAllow()).containsExactlyInAnyOrder(HttpMethod.GET, HttpMethod.HEAD);
	}

	@Test
	void answersABatchForAPageFromElsewhere() {
		HttpHeaders headers = this.client.options()
			.uri("/repos/batch")
			.header(HttpHeaders.ORIGIN, "https://elsewhere.example")
			.header(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, "POST")
			.header(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS, "content-type")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseHeaders();
		assertThat(headers.getAccessControlAllowMethods()).contains(HttpMethod.POST);
		assertThat(headers.getAccessControlAllowHeaders()).containsExactly("content-type");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "366", "ten" })
	void saysHowManyDaysThereMayBe(String days) {
		this.client.get()
			.uri(BOOT + "/stars?days=" + days)
			.exchange()
			.expectBody()
			.jsonPath("$.allowed")
			.isEqualTo("a whole number from 1 to 365");
	}

	@Test
	void namesTheParametersThatAreKnown() {
		this.client.get()
			.uri(BOOT + "?part=stars")
			.exchange()
			.expectBody()
			.jsonPath("$.parameter")
			.isEqualTo("part")
			.jsonPath("$.allowed")
			.isEqualTo("parts")
			.jsonPath("$.detail")
			.isEqualTo("Unknown parameter 'part'; known: parts")
			.jsonPath("$.nearest")
			.isEqualTo("parts");
	}

	@Test
	void refusesOtherMediaTypes() {
		this.client.get()
			.uri(BOOT)
			.header(HttpHeaders.ACCEPT, "application/xml")
			.exchange()
			.expectStatus()
			.isEqualTo(HttpStatus.NOT_ACCEPTABLE)
			.expectHeader()
			.contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void asksOnceForARepositoryThatDoesNotExist() {
		this.client.get().uri("/repos/nobody/none-such?parts=facts").exchange().expectStatus().isNotFound();
		this.github.forgetCalls();
		this.client.get().uri("/repos/nobody/none-such?parts=facts").exchange().expectStatus().isNotFound();
		assertThat(this.github.calls().total()).isZero();
	}

}
