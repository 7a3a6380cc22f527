package io.tgr.trending;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

import io.tgr.common.store.StoredEntry;
import io.tgr.trending.memory.MapStore;
import io.tgr.trending.pool.CandidatePool;
import io.tgr.trending.pool.StarHistory;
import io.tgr.trending.pool.TrackedRepository;
import io.tgr.trending.record.RecordWriter;

import static org.assertj.core.api.Assertions.assertThat;

@ApiTest
@TestPropertySource(properties = "tgr.trending.archive.interval=20ms")
class TimeApiTests {

	@LocalServerPort
	private int port;

	@Autowired
	private CandidatePool pool;

	@Autowired
	private ScriptedDiscovery discovery;

	@Autowired
	private MapStore store;

	private ApiClient client;

	@BeforeEach
	void fill() {
		this.client = new ApiClient(this.port);
		this.discovery.current.clear();
		Repositories.sweep(this.pool, this.discovery);
	}

	@Test
	void thePlaceTheDayBeforeComesFromStarHistoriesAtFirst() {
		JsonNode today = this.client.get("/trending?language=java&window=weekly&limit=100&sort=gained");
		JsonNode before = this.client.get("/trending?language=java&window=weekly&limit=100&sort=gained&date="
				+ Repositories.YESTERDAY.minusDays(1));
		assertThat(before.get("replay").asString()).isEqualTo("computed");
		assertThat(before.get("to").asString()).isEqualTo("2026-11-20");
		assertThat(today.get("replay").isNull()).isTrue();
		assertThat(today.get("items")).hasSize(100);
		int known = 0;
		for (JsonNode row : today.get("items")) {
			JsonNode place = place(before, row.get("fullName").asString());
			if (place != null) {
				assertThat(row.get("previousRank").asInt()).isEqualTo(place.get("rank").asInt());
				known++;
			}
		}
		assertThat(known).isGreaterThan(80);
	}

	@Test
	void aDayOfThePastIsReplayedWithItsOwnStars() {
		JsonNode row = this.client.get("/trending?language=java&limit=1&date=2026-11-11").get("items").get(0);
		TrackedRepository known = Objects.requireNonNull(this.pool.find(row.get("fullName").asString()));
		StarHistory history = Objects.requireNonNull(known.history());
		int index = (int) (LocalDate.parse("2026-11-11").toEpochDay() - history.from().toEpochDay());
		assertThat(row.get("gained").asInt()).isEqualTo(history.days().get(index));
		long since = history.sum(index + 1, 99) + history.today();
		assertThat(row.get("stars").asLong()).isEqualTo(known.candidate().stars() - since);
		assertThat(row.get("today").isNull()).isTrue();
	}

	@Test
	void filtersOrdersAndPagesHoldForThePastToo() {
		JsonNode all = this.client.get("/trending?language=java&date=2026-11-11&sort=stars&limit=100&topic=ai");
		JsonNode page = this.client.get("/trending?language=java&date=2026-11-11&sort=stars&limit=5&offset=5&topic=ai");
		assertThat(page.get("total")).isEqualTo(all.get("total"));
		List<JsonNode> expected = new ArrayList<>();
		all.get("items").forEach(expected::add);
		List<JsonNode> rows = new ArrayList<>();
		page.get("items").forEach(rows::add);
		assertThat(rows).isEqualTo(expected.subList(5, 10));
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-22, a day before 2026-11-22", "2027-01-01, a day before 2026-11-22",
			"2026-10-12, a day from 2026-10-13 to 2026-11-21", "yesterday, a day such as 2026-01-31" })
	void aDayThatIsNotHeldIsRefusedWithTheDaysThatAre(String date, String allowed) {
		JsonNode problem = this.client.problem("/trending?language=java&date=" + date, 400);
		assertThat(problem.get("parameter").asString()).isEqualTo("date");
		assertThat(problem.get("value").asString()).isEqualTo(date);
		assertThat(problem.get("allowed").asString()).startsWith(allowed);
	}

	@Test
	void finalRankingsAreKeptAndReplayedAsTheyWere() {
		JsonNode before = this.client.get("/trending?language=java&window=weekly&limit=100");
		keep("Java");
		this.pool.of("Java")
			.stream()
			.limit(60)
			.forEach((repository) -> this.pool.removed(repository.candidate().fullName()));
		JsonNode kept = this.client.get("/trending?language=java&window=weekly&limit=100&date=2026-11-21");
		assertThat(kept.get("replay").asString()).isEqualTo("kept");
		assertThat(kept.get("complete").asBoolean()).isTrue();
		assertThat(kept.at("/coverage/measured").asInt()).isEqualTo(130);
		assertThat(kept.get("items")).hasSize(100);
		for (int place = 0; place < 100; place++) {
			for (String member : Set.of("fullName", "stars", "forks", "gained", "growth", "score", "history", "explain",
					"createdAt", "language")) {
				assertThat(kept.at("/items/" + place + "/" + member)).as(member)
					.isEqualTo(before.at("/items/" + place + "/" + member));
			}
		}
	}

	@Test
	void aRepositoryKnowsItsPlacesOfTheDaysKept() {
		keep("Kotlin");
		String first = this.client.get("/trending?language=kotlin&limit=1").at("/items/0/fullName").asString();
		JsonNode history = this.client.get("/trending/" + first).at("/items/0/rankHistory");
		assertThat(history).hasSize(1);
		assertThat(history.at("/0/date").asString()).isEqualTo("2026-11-21");
		assertThat(history.at("/0/inLanguage").asInt()).isEqualTo(1);
		assertThat(history.at("/0/overall").isNull()).isTrue();
	}

	@Test
	void whoeverWasNotOnTheBoardsOfTheWeekIsNew() {
		long known = this.pool.of("Jupyter Notebook").get(0).candidate().id();
		byte[] board = new RecordWriter(1).number(2)
			.signed(Repositories.YESTERDAY.minusDays(9).toEpochDay())
			.flag(true)
			.number(1)
			.number(known)
			.signed(Repositories.YESTERDAY.minusDays(1).toEpochDay())
			.flag(true)
			.number(1)
			.number(known)
			.toBytes();
		String key = "board/Jupyter+Notebook/monthly";
		this.store.entries.put(key, new StoredEntry(key, board, 1, null));
		String question = "/trending?language=jupyter-notebook&window=monthly&limit=100";
		JsonNode all = this.client.get(question);
		JsonNode fresh = this.client.get(question + "&new=true");
		assertThat(fresh.get("total").asInt()).isEqualTo(all.get("total").asInt() - 1);
		String name = Objects.requireNonNull(this.pool.find(known)).candidate().fullName();
		assertThat(place(fresh, name)).isNull();
		assertThat(Objects.requireNonNull(place(all, name)).get("firstRankedOn").asString()).isEqualTo("2026-11-12");
		assertThat(fresh.at("/items/0/firstRankedOn").isNull()).isTrue();
	}

	@Test
	void nothingIsNewWhileNoRankingOfTheWeekIsKept() {
		JsonNode answer = this.client.get("/trending?language=cpp&new=true");
		assertThat(answer.get("items")).isEmpty();
		assertThat(answer.get("complete").asBoolean()).isFalse();
		assertThat(answer.at("/coverage/missing").valueStream().map(JsonNode::asString)).contains("not-kept");
	}

	private void keep(String language) {
		this.discovery.current.add(language);
		Awaitility.await()
			.atMost(Duration.ofSeconds(10))
			.until(() -> this.store.keys("ranking/2026-11-21/" + language + "/").size() == 3);
		this.discovery.current.clear();
	}

	private static @Nullable JsonNode place(JsonNode answer, String fullName) {
		for (JsonNode row : answer.get("items")) {
			if (row.get("fullName").asString().equals(fullName)) {
				return row;
			}
		}
		return null;
	}

}
