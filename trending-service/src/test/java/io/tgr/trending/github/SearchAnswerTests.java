package io.tgr.trending.github;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.trending.pool.Candidate;

import static org.assertj.core.api.Assertions.assertThat;

class SearchAnswerTests {

	private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

	private final JsonMapper json = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	@ParameterizedTest
	@CsvSource({ "search-repositories-200.json, 1677, 30", "search-repositories-200-org.json,,30",
			"search-repositories-200-forks-only.json,,2" })
	void recordedAnswersAreRead(String recording, Long total, int items) throws IOException {
		SearchAnswer answer = read(recording);
		assertThat(answer.items()).hasSize(items).allSatisfy((item) -> {
			assertThat(item.fullName()).contains("/");
			assertThat(item.htmlUrl()).endsWith(item.fullName());
			assertThat(item.createdAt()).isBefore(NOW);
		});
		assertThat(answer.incompleteResults()).isFalse();
		assertThat(answer.totalCount()).isEqualTo((total != null) ? total : answer.totalCount())
			.isGreaterThanOrEqualTo(items);
	}

	@Test
	void itemBecomesCandidate() throws IOException {
		Candidate candidate = read("search-repositories-200.json").items().get(0).seenAt(NOW);
		assertThat(candidate).isEqualTo(new Candidate(68911683, "daniel-e/tetros", "https://github.com/daniel-e/tetros",
				"Tetris that fits into the boot sector.", "Assembly", candidate.topics(), "MIT",
				Instant.parse("2016-09-22T10:42:55Z"), Instant.parse("2016-12-18T13:32:27Z"), 678, 37, NOW));
	}

	private SearchAnswer read(String recording) throws IOException {
		try (InputStream input = getClass().getResourceAsStream(recording)) {
			return this.json.treeToValue(this.json.readTree(input).at("/response/body"), SearchAnswer.class);
		}
	}

}
