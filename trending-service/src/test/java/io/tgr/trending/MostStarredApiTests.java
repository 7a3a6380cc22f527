package io.tgr.trending;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

import io.tgr.common.github.GithubException;
import io.tgr.common.github.GithubFailure;
import io.tgr.trending.details.RawRepository;
import io.tgr.trending.pool.Candidate;
import io.tgr.trending.pool.CandidatePool;
import io.tgr.trending.pool.TrackedRepository;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code GET /?n=&l=}, the workshop's endpoint.
 */
@ApiTest
class MostStarredApiTests {

	@Autowired
	private CandidatePool pool;

	@Autowired
	private ScriptedDiscovery discovery;

	@Autowired
	private ScriptedDetails details;

	@Autowired
	private MeterRegistry meters;

	private ApiClient client;

	private int port;

	@BeforeEach
	void fill(@LocalServerPort int localPort) {
		this.port = localPort;
		this.client = new ApiClient(localPort);
		Repositories.clear(this.pool);
		Repositories.fill(this.pool, "C++", 20);
		this.details.raw = (name) -> Mono.just(repository(name));
	}

	@Test
	void handsOnGithubsOwnJsonUnchangedAndInOrder() {
		List<String> names = IntStream.range(0, 100).mapToObj((i) -> "o/" + i).toList();
		this.discovery.mostStarred = Mono.just(names);
		this.details.raw = (name) -> Mono.delay(Duration.ofMillis(name.hashCode() % 7)).thenReturn(repository(name));
		byte[] body = this.client.exchange("/?n=100&l=C%2B%2B", "identity").getResponseBody();
		String expected = String.join(",", names.stream().map(MostStarredApiTests::raw).toList());
		assertThat(new String(body, StandardCharsets.UTF_8))
			.isEqualTo("{\"repos\":[" + expected + "],\"status\":\"ok\"}");
	}

	@Test
	void saysKoWhenSomeFailed() {
		this.discovery.mostStarred = Mono.just(List.of("o/1", "o/2"));
		this.details.raw = (name) -> (name.equals("o/1")) ? Mono.error(new IllegalStateException())
				: Mono.just(repository(name));
		JsonNode answer = this.client.get("/?n=2&l=java");
		assertThat(answer.get("status").asString()).isEqualTo("ko");
		assertThat(answer.get("repos")).hasSize(1);
	}

	@Test
	void keepsWhatCameBesideASlowOne() {
		this.discovery.mostStarred = Mono.just(List.of("o/1", "o/2"));
		this.details.raw = (name) -> (name.equals("o/1")) ? Mono.never() : Mono.just(repository(name));
		JsonNode answer = this.client.get("/?n=2&l=java");
		assertThat(answer.get("status").asString()).isEqualTo("ko");
		assertThat(answer.get("repos")).hasSize(1);
	}

	@Test
	void saysKoWith503WhenAllFailed() {
		Repositories.clear(this.pool);
		this.discovery.mostStarred = Mono.error(new GithubException(GithubFailure.UNAVAILABLE, null));
		this.client.request(HttpMethod.GET, "/?n=2&l=java")
			.header(HttpHeaders.IF_NONE_MATCH, "*")
			.exchange()
			.expectStatus()
			.isEqualTo(503)
			.expectHeader()
			.exists(HttpHeaders.RETRY_AFTER)
			.expectHeader()
			.doesNotExist(HttpHeaders.ETAG)
			.expectHeader()
			.valueEquals(HttpHeaders.CACHE_CONTROL, "no-store")
			.expectHeader()
			.doesNotExist(MostStarredHandler.STALE)
			.expectBody(String.class)
			.isEqualTo("{\"repos\":[],\"status\":\"ko\"}");
		this.discovery.mostStarred = Mono.just(List.of("o/1"));
		this.details.raw = (name) -> Mono.never();
		this.client.request(HttpMethod.GET, "/?n=2&l=java").exchange().expectStatus().isEqualTo(503);
	}

	@Test
	void takesTheMostStarredItKnowsWhenGithubCannotBeSearched() {
		double before = fallbacks();
		for (Mono<List<String>> failing : List.<Mono<List<String>>>of(
				Mono.error(new GithubException(GithubFailure.QUOTA_EXHAUSTED, ApiContext.NOW)), Mono.never())) {
			this.discovery.mostStarred = failing;
			EntityExchangeResult<byte[]> result = this.client.exchange("/?n=3&l=c%2B%2B", "identity");
			String expected = String.join(",",
					this.pool.of("C++")
						.stream()
						.map(TrackedRepository::candidate)
						.sorted(Comparator.comparingLong(Candidate::stars).reversed())
						.limit(3)
						.map((candidate) -> raw(candidate.fullName()))
						.toList());
			assertThat(new String(result.getResponseBody(), StandardCharsets.UTF_8))
				.isEqualTo("{\"repos\":[" + expected + "],\"status\":\"ok\"}");
			assertThat(result.getResponseHeaders().getFirst(MostStarredHandler.STALE)).isEqualTo("true");
			assertThat(result.getResponseHeaders().getFirst(HttpHeaders.AGE)).isEqualTo("30");
			assertThat(result.getResponseHeaders().getCacheControl()).isEqualTo("no-cache");
		}
		assertThat(fallbacks()).isEqualTo(before + 2);
	}

	@Test
	void saysThatARepositoryIsOlderThanItShouldBe() {
		this.discovery.mostStarred = Mono.just(List.of("o/1", "o/2", "o/3"));
		Map<String, Instant> staleOf = Map.of("o/2", ApiContext.NOW.minusSeconds(90), "o/3",
				ApiContext.NOW.minusSeconds(70));
		this.details.raw = (name) -> Mono.just(new RawRepository(repository(name).json(), staleOf.get(name)));
		HttpHeaders headers = this.client.exchange("/?n=3&l=java", "identity").getResponseHeaders();
		assertThat(headers.getFirst(MostStarredHandler.STALE)).isEqualTo("true");
		assertThat(headers.getFirst(HttpHeaders.AGE)).isEqualTo("90");
		headers = this.client.exchange("/?n=1&l=java", "identity").getResponseHeaders();
		assertThat(headers.containsHeader(MostStarredHandler.STALE)).isFalse();
		assertThat(headers.containsHeader(HttpHeaders.AGE)).isFalse();
	}

	@Test
	void leavesNoCallBehindWhenTheClientLeaves() {
		this.discovery.mostStarred = Mono.just(List.of("o/1"));
		Sinks.Empty<Void> cancelled = Sinks.empty();
		this.details.raw = (name) -> Mono.<RawRepository>never().doOnCancel(cancelled::tryEmitEmpty);
		StepVerifier
			.create(WebClient.create("http://127.0.0.1:" + this.port)
				.get()
				.uri("/?n=1&l=java")
				.retrieve()
				.toBodilessEntity()
				.timeout(Duration.ofMillis(200)))
			.expectError(TimeoutException.class)
			.verify(Duration.ofSeconds(5));
		StepVerifier.create(cancelled.asMono()).expectComplete().verify(Duration.ofSeconds(5));
	}

	@Test
	void saysKoWhenItKnowsFewerThanAskedFor() {
		this.discovery.mostStarred = Mono.error(new GithubException(GithubFailure.UNAVAILABLE, null));
		JsonNode answer = this.client.get("/?n=21&l=c%2B%2B");
		assertThat(answer.get("status").asString()).isEqualTo("ko");
		assertThat(answer.get("repos")).hasSize(20);
	}

	private double fallbacks() {
		return this.meters.find("tgr.trending.fallbacks")
			.tags("part", "most-starred", "to", "pool")
			.counters()
			.stream()
			.mapToDouble(Counter::count)
			.sum();
	}

	@ParameterizedTest
	@CsvSource({ "'',n", "?n=3,l", "?l=java,n", "?n=0&l=java,n", "?n=101&l=java,n", "?n=x&l=java,n", "?n=3&l=,l",
			"?n=3&l=nope,l", "?n=3&l=java&x=1,x", "?n=3&n=4&l=java,n" })
	void refusesTheWorkshopsBadParametersInItsWords(String query, String parameter) {
		JsonNode problem = this.client.problem("/" + query, 400);
		assertThat(problem.get("type").asString()).isEqualTo("urn:tgr:problem:invalid-parameter");
		assertThat(problem.get("parameter").asString()).isEqualTo(parameter);
		assertThat(problem.get("instance").asString()).isEqualTo("/");
		assertThat(problem.get("error").asString()).isEqualTo("Please provide 'n' and 'l' parameters");
	}

	private static RawRepository repository(String name) {
		return new RawRepository(raw(name).getBytes(StandardCharsets.UTF_8), null);
	}

	private static String raw(String name) {
		return "{\"full_name\" : \"%s\", \"id\":1e0,\n \"description\":\"\\u2603 ☃\"}".formatted(name);
	}

}
