package io.tgr.system;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What users see while GitHub fails; on a launcher of its own, since failures leave
 * traces.
 */
class FaultSystemTests {

	private static final List<String> QUESTIONS = List.of("/trending?language=kotlin", "/trending?language=elixir",
			"/trending?window=weekly", "/?n=2&l=Scala", "/repos/spring-projects/spring-boot", "/repos/golang/go",
			"/repos/golang/go/stars", "/quota", "/languages");

	private static Launcher launcher;

	private static WebTestClient tgr;

	private static WebTestClient sandbox;

	@BeforeAll
	static void start() {
		launcher = Launcher.running();
		tgr = TgrExtension.client(launcher.gateway());
		sandbox = TgrExtension.client(launcher.sandbox());
	}

	@AfterAll
	static void stop() {
		launcher.close();
	}

	@AfterEach
	void heal() {
		sandbox.delete().uri("/_sandbox/faults").exchange().expectStatus().is2xxSuccessful();
	}

	@ParameterizedTest
	@ValueSource(strings = { "truncated", "timeout", "reset", "unicorn-503", "secondary-rate-limit-403",
			"secondary-rate-limit-429", "primary-rate-limit-token", "bad-credentials", "not-found", "blocked-dmca",
			"blocked-tos", "search-422-invalid-scope", "graphql-timeout-502-html", "graphql-resource-limits",
			"graphql-rate-limit-2026", "graphql-secondary" })
	void whateverBreaksIsSaidAndNeverOurOwnFailure(String fault) {
		inject(fault, 1);
		QUESTIONS.forEach(FaultSystemTests::answersHonestly);
	}

	@ParameterizedTest
	@ValueSource(strings = { "truncated", "reset" })
	void whatBreaksNowAndThenIsSaidToo(String fault) {
		inject(fault, 0.3);
		QUESTIONS.forEach(FaultSystemTests::answersHonestly);
	}

	@Test
	void whatNobodyCanTellIsNotTold() {
		inject("reset", 1);
		tgr.get()
			.uri("/repos/torvalds/linux?parts=contributors,community")
			.exchange()
			.expectBody(String.class)
			.value((answer) -> assertThat(answer).contains("urn:tgr:problem:").doesNotContain("\"complete\":true"));
	}

	private static void inject(String fault, double rate) {
		sandbox.put()
			.uri("/_sandbox/faults")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(List.of(Map.of("path", "/**", "error", fault, "rate", rate)))
			.exchange()
			.expectStatus()
			.is2xxSuccessful();
	}

	private static void answersHonestly(String question) {
		EntityExchangeResult<byte[]> result = tgr.get().uri(question).exchange().expectBody().returnResult();
		HttpStatusCode status = result.getStatus();
		if (status.isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE)) {
			assertThat(result.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER)).as(question).isNotNull();
		}
		else {
			assertThat(status).as(question).isIn(HttpStatus.OK, HttpStatus.BAD_GATEWAY, HttpStatus.GATEWAY_TIMEOUT);
		}
	}

}
