package io.tgr.benchmarks.ranking;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.tgr.trending.ranking.Formula;
import io.tgr.trending.ranking.FormulaProperties;
import io.tgr.trending.ranking.Ranker;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the suspicions to real throw-away repositories and to honest ones.
 */
class JudgedRepositoryTests {

	private final Ranker ranker = new Ranker(new Formula(Settings.bind(FormulaProperties.class, Map.of())));

	private final Map<String, List<List<String>>> suspicions = JudgedRepository.all()
		.stream()
		.collect(Collectors.groupingBy(JudgedRepository::verdict,
				Collectors.mapping((one) -> one.sighting().suspicions(this.ranker), Collectors.toList())));

	@Test
	void nearlyAllSpamIsSuspected() {
		List<List<String>> spam = this.suspicions.getOrDefault("spam", List.of());
		assertThat(spam).hasSize(65);
		assertThat(spam).filteredOn((names) -> !names.isEmpty()).hasSizeGreaterThanOrEqualTo(62);
		assertThat(spam).filteredOn((names) -> names.size() > 1).hasSizeGreaterThanOrEqualTo(54);
	}

	@Test
	void hardlyAnyHonestOneIs() {
		List<List<String>> good = this.suspicions.getOrDefault("good", List.of());
		assertThat(good).hasSize(218);
		assertThat(good).filteredOn((names) -> !names.isEmpty()).hasSizeLessThanOrEqualTo(3);
		assertThat(good).filteredOn((names) -> names.size() > 1).isEmpty();
	}

}
