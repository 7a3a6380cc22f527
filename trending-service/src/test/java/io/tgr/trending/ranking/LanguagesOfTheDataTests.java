package io.tgr.trending.ranking;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.trending.language.Languages;
import io.tgr.trending.pool.Candidate;
import io.tgr.trending.pool.CandidatePool;
import io.tgr.trending.pool.PoolProperties;
import io.tgr.trending.pool.StarHistory;

import static org.assertj.core.api.Assertions.assertThat;

class LanguagesOfTheDataTests {

	private static final String CATALOGUE = "/io/tgr/sandbox/github/catalogue/repositories.ndjson.gz";

	private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

	private static final LocalDate YESTERDAY = LocalDate.parse("2026-11-21");

	private final Languages languages = new Languages();

	private final Ranker ranker = new Ranker(new Formula(
			Binder.get(new MockEnvironment()).bindOrCreate("tgr.trending.formula", FormulaProperties.class)));

	@Test
	void everyOneIsFoundAndRanksItsRepositories() throws IOException {
		CandidatePool pool = new CandidatePool(new PoolProperties(100_000), Clock.systemUTC());
		Map<String, Integer> counts = fill(pool);
		assertThat(counts).hasSizeGreaterThan(50).allSatisfy((language, count) -> {
			String name = this.languages.require(language).name();
			assertThat(pool.version(name)).as(name).isPositive();
			assertThat(this.ranker.rank(pool.of(name), Window.DAILY, YESTERDAY).measured()).as(name).isEqualTo(count);
		});
	}

	private Map<String, Integer> fill(CandidatePool pool) throws IOException {
		Map<String, Integer> counts = new HashMap<>();
		JsonMapper json = JsonMapper.builder().build();
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(
				new GZIPInputStream(Objects.requireNonNull(getClass().getResourceAsStream(CATALOGUE))),
				StandardCharsets.UTF_8))) {
			lines.lines().map(json::readTree).filter((line) -> line.path("language").isString()).forEach((line) -> {
				String language = line.path("language").asString();
				measured(pool, line.path("full_name").asString(), language);
				counts.merge(language, 1, Integer::sum);
			});
		}
		return counts;
	}

	private static void measured(CandidatePool pool, String name, String language) {
		pool.seen(List.of(new Candidate(name.hashCode(), name, "https://github.com/" + name, null, language, List.of(),
				null, Instant.parse("2020-01-01T00:00:00Z"), null, 9, 1, NOW)));
		pool.measured(name, new StarHistory(YESTERDAY.minusDays(9), Collections.nCopies(10, 1), 0, NOW));
	}

}
