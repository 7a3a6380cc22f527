package io.tgr.trending;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

import io.tgr.common.github.GithubException;
import io.tgr.common.github.GithubFailure;
import io.tgr.trending.discovery.SweepState;
import io.tgr.trending.discovery.TooManyLiveRunsException;
import io.tgr.trending.pool.CandidatePool;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Questions nobody asked before, and neighbours that do not answer.
 */
@ApiTest
class ColdAnswerTests {

	private static final SweepState INCOMPLETE = new SweepState(SweepState.Stage.INCOMPLETE, List.of("pending"),
			ApiContext.NOW, null);

	@Autowired
	private CandidatePool pool;

	@Autowired
	private ScriptedDiscovery discovery;

	@Autowired
	private MeterRegistry meters;

	private ApiClient client;

	private int port;

	@BeforeEach
	void forget(@LocalServerPort int localPort) {
		this.port = localPort;
		this.client = new ApiClient(localPort);
		Repositories.clear(this.pool);
		this.discovery.states.clear();
		this.discovery.runs.clear();
		this.discovery.asked.set(0);
	}

	@Test
	void looksFirstAtALanguageNobodyAskedFor() {
		double before = count("cold");
		found("Zig", 5);
		JsonNode answer = this.client.get("/trending?language=zig");
		assertThat(answer.get("items")).hasSize(5);
		assertThat(answer.get("complete").asBoolean()).isFalse();
		assertThat(answer.get("stale").isNull()).isTrue();
		assertThat(answer.get("coverage").get("missing").toString()).isEqualTo("[\"pending\"]");
		assertThat(count("cold")).isEqualTo(before + 1);
		this.client.get("/trending?language=zig");
		assertThat(this.discovery.asked).hasValue(1);
	}

	@Test
	void sharesOneAnswerAmongEqualColdQuestions() {
		Sinks.Empty<Void> sink = Sinks.empty();
		this.discovery.runs.put("OCaml", sink.asMono().then(Mono.<Void>fromRunnable(() -> add("OCaml", 7))).cache());
		WebClient web = WebClient.create("http://127.0.0.1:" + this.port);
		Flux<String> answers = Flux.range(0, 64)
			.flatMap((i) -> web.get().uri("/trending?language=ocaml").retrieve().toEntity(String.class), 64)
			.map((answer) -> answer.getHeaders().getETag() + answer.getStatusCode())
			.distinct();
		StepVerifier
			.create(answers.mergeWith(
					Mono.delay(Duration.ofMillis(200)).doOnNext((tick) -> sink.tryEmitEmpty()).then(Mono.empty())))
			.assertNext((tag) -> assertThat(tag).contains("200"))
			.expectComplete()
			.verify(Duration.ofSeconds(10));
	}

	@Test
	void saysWhenToAskAgainIfThereIsNothing() {
		double before = count("unavailable");
		this.discovery.runs.put("Nim",
				Mono.error(new GithubException(GithubFailure.QUOTA_EXHAUSTED, ApiContext.NOW.plusSeconds(77))));
		JsonNode problem = this.client.problem("/trending?language=nim", 503);
		assertThat(problem.get("type").asString()).isEqualTo("urn:tgr:problem:quota-exhausted");
		this.client.request(HttpMethod.GET, "/trending?language=nim")
			.exchange()
			.expectHeader()
			.valueEquals(HttpHeaders.RETRY_AFTER, "77")
			.expectHeader()
			.doesNotExist(HttpHeaders.ETAG)
			.expectHeader()
			.valueEquals(HttpHeaders.CACHE_CONTROL, "no-store");
		assertThat(count("unavailable")).isEqualTo(before + 2);
	}

	@Test
	void waitsOnlySoLong() {
		this.discovery.runs.put("Fortran", Mono.never());
		JsonNode problem = this.client.problem("/trending?language=fortran", 503);
		assertThat(problem.get("type").asString()).isEqualTo("urn:tgr:problem:timeout");
	}

	@Test
	void isBusyWhileTooManyAreLookedUp() {
		double before = count("busy");
		this.discovery.runs.put("Ada",
				Mono.error(new TooManyLiveRunsException(4, ApiContext.NOW, Duration.ofSeconds(5))));
		JsonNode problem = this.client.problem("/trending?language=ada", 503);
		assertThat(problem.get("type").asString()).isEqualTo("urn:tgr:problem:too-many-live-runs");
		this.client.request(HttpMethod.GET, "/trending?language=ada")
			.exchange()
			.expectHeader()
			.valueEquals(HttpHeaders.RETRY_AFTER, "5");
		Repositories.fill(this.pool, "Ada", 3);
		JsonNode answer = this.client.get("/trending?language=ada");
		assertThat(answer.get("items")).hasSize(3);
		assertThat(answer.get("complete").asBoolean()).isFalse();
		assertThat(answer.get("stale").isNull()).isTrue();
		assertThat(answer.get("coverage").get("missing").toString()).isEqualTo("[\"too-many-live-runs\"]");
		assertThat(count("busy")).isEqualTo(before + 3);
	}

	@Test
	void answersFromWhatItHasWhenLookingFails() {
		Repositories.fill(this.pool, "Crystal", 3);
		this.discovery.runs.put("Crystal", Mono.error(new GithubException(GithubFailure.UNAVAILABLE, null)));
		JsonNode answer = this.client.get("/trending?language=crystal");
		assertThat(answer.get("items")).hasSize(3);
		assertThat(answer.get("complete").asBoolean()).isFalse();
		assertThat(answer.get("stale").isNull()).isTrue();
		assertThat(answer.get("coverage").get("missing").toString()).isEqualTo("[\"github-unavailable\"]");
	}

	@Test
	void answersForTheLanguageItCouldLookAt() {
		found("Elm", 4);
		this.discovery.runs.put("Raku",
				Mono.error(new GithubException(GithubFailure.SECONDARY_LIMIT, ApiContext.NOW.plusSeconds(60))));
		JsonNode answer = this.client.get("/trending?language=elm&language=raku");
		assertThat(answer.get("items")).hasSize(4);
		assertThat(answer.get("coverage").get("missing").get(0).asString()).isEqualTo("quota");
		assertThat(answer.get("complete").asBoolean()).isFalse();
	}

	@Test
	void looksAtSeveralLanguagesSideBySide() {
		for (String name : List.of("D", "V", "Odin", "Nix")) {
			this.discovery.runs.put(name, Mono.delay(Duration.ofMillis(300)).then());
		}
		assertThat(this.client.get("/trending?language=d&language=v&language=odin&language=nix").get("items"))
			.isEmpty();
		assertThat(this.discovery.asked).hasValue(4);
	}

	@Test
	void saysThatCandidatesAreNotMeasuredYet() {
		this.discovery.runs.put("Red", Mono.fromRunnable(() -> {
			this.pool.seen(List.of(Repositories.candidate("red/one", "Red", 10, 1, Instant.EPOCH)));
			this.discovery.states.put("Red",
					new SweepState(SweepState.Stage.INCOMPLETE, List.of("details-unavailable"), ApiContext.NOW, null));
		}));
		JsonNode answer = this.client.get("/trending?language=red");
		assertThat(answer.get("items")).isEmpty();
		assertThat(answer.get("coverage").toString())
			.isEqualTo("{\"candidates\":1,\"measured\":0,\"missing\":[\"details-unavailable\"]}");
	}

	private void found(String language, int count) {
		this.discovery.runs.put(language, Mono.fromRunnable(() -> add(language, count)));
	}

	private void add(String language, int count) {
		Repositories.fill(this.pool, language, count);
		this.discovery.states.put(language, INCOMPLETE);
	}

	private double count(String outcome) {
		return this.meters.get("tgr.trending.answers").tag("outcome", outcome).counter().count();
	}

}
