package io.tgr.trending;

import java.time.Duration;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

import io.tgr.common.store.StoreException;
import io.tgr.trending.memory.MapStore;
import io.tgr.trending.pool.CandidatePool;
import io.tgr.trending.ranking.RankingKey;
import io.tgr.trending.ranking.Window;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What answers say while the rankings that were kept cannot be read.
 */
@ApiTest
class StoreAwayApiTests {

	private static final String WORD = "archive-unavailable";

	private static final Duration LONG = Duration.ofSeconds(10);

	@LocalServerPort
	private int port;

	@Autowired
	private CandidatePool pool;

	@Autowired
	private ScriptedDiscovery discovery;

	@Autowired
	private MapStore store;

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private Answers answers;

	@Autowired
	private JsonShape shape;

	private ApiClient client;

	@BeforeEach
	void fill() {
		this.client = new ApiClient(this.port);
		Repositories.sweep(this.pool, this.discovery);
		this.store.failure = new StoreException("away", null);
	}

	@AfterEach
	void bringBack() {
		this.store.failure = null;
		this.store.silent = false;
	}

	@Test
	void aRankingSaysThatKeptOnesCouldNotBeRead() {
		double counted = counted("earlier", "histories");
		HttpHeaders headers = this.client.exchange("/trending?language=cpp", "identity").getResponseHeaders();
		assertThat(headers.getCacheControl()).isEqualTo("no-cache");
		JsonNode answer = this.client.get("/trending?language=cpp");
		assertThat(answer.get("complete").asBoolean()).isFalse();
		assertThat(missing(answer.at("/coverage/missing"))).containsExactly(WORD);
		assertThat(answer.get("items")).hasSize(25);
		assertThat(counted("earlier", "histories")).isEqualTo(counted + 2);
	}

	@Test
	void whatNobodyAskedForIsNotCounted() {
		double counted = counted("earlier", "histories");
		TrendingQuery followed = TrendingQuery.top(new RankingKey(List.of("Kotlin"), Window.WEEKLY), 3, this.shape);
		StepVerifier.create(this.answers.known(followed)).expectNextCount(1).expectComplete().verify(LONG);
		assertThat(counted("earlier", "histories")).isEqualTo(counted);
	}

	@Test
	void placesOfTheDayBeforeStillComeFromStarHistories() {
		JsonNode rows = this.client.get("/trending?language=cpp&sort=gained").get("items");
		assertThat(rows.valueStream().filter((row) -> !row.get("previousRank").isNull())).hasSizeGreaterThan(20);
	}

	@Test
	void shapesWithoutAPlaceForItSayItInAHeader() {
		HttpHeaders headers = this.client.exchange("/trending.atom?language=cpp", "identity").getResponseHeaders();
		assertThat(headers.getFirst(Shortcomings.MISSING)).isEqualTo(WORD);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "&details=true", "&date=2026-11-11" })
	void whatIsNewIsRefusedRatherThanCalledNothing(String more) {
		double counted = unavailable();
		JsonNode problem = this.client.problem("/trending?language=cpp&new=true" + more, 503);
		assertThat(problem.get("type").asString()).isEqualTo("urn:tgr:problem:" + WORD);
		HttpHeaders headers = this.client.request(HttpMethod.GET, "/trending?language=cpp&new=true" + more)
			.exchange()
			.expectBody()
			.returnResult()
			.getResponseHeaders();
		assertThat(headers.getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("5");
		assertThat(headers.getCacheControl()).isEqualTo("no-store");
		assertThat(unavailable()).isEqualTo(counted + 2);
	}

	@Test
	void aStoreThatIsBackIsReadAfterARest() {
		assertThat(this.client.get("/trending?language=cpp").get("complete").asBoolean()).isFalse();
		this.store.failure = null;
		Awaitility.await().atMost(LONG).untilAsserted(() -> {
			JsonNode answer = this.client.get("/trending?language=cpp");
			assertThat(answer.get("complete").asBoolean()).isTrue();
			assertThat(missing(answer.at("/coverage/missing"))).isEmpty();
		});
	}

	@Test
	void aStoreThatNeverAnswersHoldsNobodyUp() {
		this.store.failure = null;
		this.store.silent = true;
		assertThat(missing(this.client.get("/trending?language=csharp").at("/coverage/missing"))).containsExactly(WORD);
	}

	@Test
	void aDayOfThePastIsNotSaidToBeNotKept() {
		JsonNode answer = this.client.get("/trending?language=cpp&date=2026-11-11");
		assertThat(answer.get("replay").asString()).isEqualTo("computed");
		assertThat(missing(answer.at("/coverage/missing"))).containsExactly(WORD);
	}

	@Test
	void aDayThatMayBeKeptIsNotSaidToBeNotHeld() {
		JsonNode problem = this.client.problem("/trending?language=cpp&date=2026-09-01", 503);
		assertThat(problem.get("type").asString()).isEqualTo("urn:tgr:problem:" + WORD);
	}

	@Test
	void aRepositorySaysThatItsEarlierPlacesAreNotTold() {
		double counted = counted("rank-history", "missing");
		String path = "/trending/"
				+ this.client.get("/trending?language=cpp&limit=1").at("/items/0/fullName").asString();
		JsonNode away = this.client.get(path);
		assertThat(missing(away.get("missing"))).containsExactly(WORD);
		assertThat(away.at("/items/0/rankHistory")).isEmpty();
		assertThat(counted("rank-history", "missing")).isEqualTo(counted + 1);
		this.store.failure = null;
		assertThat(missing(this.client.get(path).get("missing"))).isEmpty();
	}

	private static List<String> missing(@Nullable JsonNode words) {
		return (words != null) ? words.valueStream().map(JsonNode::asString).toList() : List.of();
	}

	private double counted(String part, String to) {
		return this.meters.find("tgr.trending.fallbacks")
			.tags("part", part, "to", to, "reason", WORD)
			.counters()
			.stream()
			.mapToDouble((counter) -> counter.count())
			.sum();
	}

	private double unavailable() {
		return this.meters.get("tgr.trending.answers").tag("outcome", "unavailable").counter().count();
	}

}
