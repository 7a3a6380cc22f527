package io.tgr.system;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What users see while GitHub fails: on a launcher of its own, since failures leave
 * traces, and held against one whose GitHub is well.
 */
@Tag(TgrExtension.LAUNCHER)
@ExtendWith(TgrExtension.class)
class FaultSystemTests {

	private static final List<String> PARTS = List.of("facts", "languages", "contributors", "release", "community",
			"stars");

	private static final Deque<String> LANGUAGES = new ArrayDeque<>(List.of("DM", "Erlang", "HCL", "Julia", "Makefile",
			"MATLAB", "OCaml", "Perl", "PowerShell", "R", "Svelte", "TeX", "Zig", "Clojure", "Groovy", "ActionScript"));

	private static final Deque<String> REPOSITORIES = new ArrayDeque<>();

	private static final JsonMapper JSON = new JsonMapper();

	private static Truth truth;

	private static Launcher launcher;

	private static WebTestClient tgr;

	private static WebTestClient sandbox;

	@BeforeAll
	static void start(Launcher shared) {
		WebTestClient healthy = TgrExtension.client(shared.gateway());
		truth = new Truth(healthy, TgrExtension.client(shared.sandbox()));
		for (int page = 0; page < 2; page++) {
			Json.getRows(healthy, "/trending?language=java&language=go&sort=stars&limit=50&offset=" + 50 * page)
				.get("items")
				.forEach((row) -> REPOSITORIES.add("/repos/" + row.get("fullName").asString()));
		}
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
		sandbox.post().uri("/_sandbox/limits/reset").exchange().expectStatus().is2xxSuccessful();
	}

	// The sandbox tells all the faults it knows when asked for one that there is not.
	static Stream<String> faults() {
		JsonNode problem = order("no-such-fault", 1).expectBody(JsonNode.class).returnResult().getResponseBody();
		assertThat(problem).isNotNull();
		List<String> known = StreamSupport.stream(problem.get("allowed").spliterator(), false)
			.map(JsonNode::asString)
			.toList();
		assertThat(known).contains("truncated", "timeout", "reset", "unicorn-503", "graphql-secondary");
		return known.stream();
	}

	@ParameterizedTest
	@MethodSource("faults")
	void whateverBreaksIsSaidAndNeverOurOwnFailure(String fault) {
		order(fault, 1).expectStatus().is2xxSuccessful();
		everyAnswerIsHonest();
	}

	@ParameterizedTest
	@MethodSource("faults")
	void whatBreaksNowAndThenIsSaidToo(String fault) {
		order(fault, 0.3).expectStatus().is2xxSuccessful();
		everyAnswerIsHonest();
	}

	@Test
	void whatNobodyCanTellIsNotTold() {
		order("reset", 1).expectStatus().is2xxSuccessful();
		tgr.get()
			.uri("/repos/torvalds/linux?parts=contributors,community")
			.exchange()
			.expectBody(String.class)
			.value((answer) -> assertThat(answer).contains("urn:tgr:problem:").doesNotContain("\"complete\":true"));
	}

	private static WebTestClient.ResponseSpec order(String fault, double rate) {
		return sandbox.put()
			.uri("/_sandbox/faults")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(List.of(Map.of("path", "/**", "error", fault, "rate", rate, "retryAfter", 1)))
			.exchange();
	}

	private static void everyAnswerIsHonest() {
		String language = LANGUAGES.removeFirst();
		LANGUAGES.addLast(language);
		List.of("/trending?limit=3&language=" + language, "/trending?window=weekly&limit=3").forEach((question) -> {
			JsonNode answer = given(question);
			if (answer != null) {
				assertThat(answer.get("complete").asBoolean() || !answer.at("/coverage/missing").isEmpty()
						|| answer.get("stale").isObject())
					.as(question)
					.isTrue();
				answer.get("items").forEach(truth::assertRow);
			}
		});
		String fresh = REPOSITORIES.removeFirst();
		partsAreTrue(fresh);
		JsonNode stars = given(fresh + "/stars");
		if (stars != null) {
			assertThat(stars.get("items")).as(fresh).isEqualTo(truth.of(fresh + "/stars").get("items"));
		}
		mostStarredAreTrue(language);
		JsonNode quota = given("/quota");
		assertThat(quota).isNotNull();
		assertThat(quota.get("complete").asBoolean()).isEqualTo(quota.get("missing").isEmpty());
		assertThat(given("/languages")).hasSameSizeAs(truth.of("/languages"));
	}

	private static void partsAreTrue(String question) {
		JsonNode answer = given(question);
		if (answer != null) {
			boolean whole = true;
			for (String part : PARTS) {
				whole &= truth.assertPart(question, part, answer.get(part));
			}
			assertThat(answer.get("complete").asBoolean()).as(question).isEqualTo(whole);
		}
	}

	private static void mostStarredAreTrue(String language) {
		String question = "/?n=2&l=" + language;
		EntityExchangeResult<byte[]> result = ask(question);
		if (failed(question, result)) {
			return;
		}
		JsonNode repositories = JSON.readTree(result.getResponseBody()).get("repos");
		JsonNode all = truth.mostStarred(language, 2);
		boolean whole = JSON.readTree(result.getResponseBody()).get("status").asString().equals("ok");
		boolean stale = result.getResponseHeaders().containsHeader("X-Tgr-Stale");
		assertThat(repositories.size()).as(question)
			.matches((size) -> (whole) ? size == all.size() : size < all.size());
		repositories.forEach(truth::assertRepository);
		for (int i = 0; i < repositories.size() && whole && !stale; i++) {
			assertThat(repositories.get(i).get("full_name")).isEqualTo(all.get(i).get("full_name"));
		}
	}

	private static @Nullable JsonNode given(String question) {
		EntityExchangeResult<byte[]> result = ask(question);
		return (failed(question, result)) ? null : JSON.readTree(result.getResponseBody());
	}

	private static EntityExchangeResult<byte[]> ask(String question) {
		return tgr.get().uri(question).exchange().expectBody().returnResult();
	}

	private static boolean failed(String question, EntityExchangeResult<byte[]> result) {
		HttpStatusCode status = result.getStatus();
		List<HttpStatus> honest = new ArrayList<>(
				List.of(HttpStatus.OK, HttpStatus.BAD_GATEWAY, HttpStatus.SERVICE_UNAVAILABLE));
		if (question.startsWith("/repos/")) {
			// What GitHub says of one repository is believed.
			honest.addAll(List.of(HttpStatus.NOT_FOUND, HttpStatus.UNAVAILABLE_FOR_LEGAL_REASONS));
		}
		assertThat(status).as(question).isIn(honest);
		if (status.isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE)) {
			assertThat(result.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER)).as(question).matches("[1-9]\\d*");
		}
		return status.isError();
	}

}
