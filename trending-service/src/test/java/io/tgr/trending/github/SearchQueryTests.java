package io.tgr.trending.github;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SearchQueryTests {

	private static final LocalDate DAY = LocalDate.parse("2026-11-22");

	@Test
	void languageIsQuoted() {
		assertThat(SearchQuery.mostStarred("Jupyter Notebook").terms())
			.isEqualTo("language:\"Jupyter Notebook\" stars:>=1");
	}

	@Test
	void anyLanguageHasNoLanguageTerm() {
		assertThat(SearchQuery.mostStarred(null).terms()).isEqualTo("stars:>=1");
	}

	@Test
	void creationIsOneTermOpenOrClosed() {
		SearchQuery top = SearchQuery.mostStarred("C++");
		assertThat(top.createdIn(DAY, null).terms()).isEqualTo("language:\"C++\" stars:>=1 created:>=2026-11-22");
		assertThat(top.createdIn(DAY.minusDays(9), DAY).terms())
			.isEqualTo("language:\"C++\" stars:>=1 created:2026-11-13..2026-11-22");
	}

	@Test
	void starsAndPushesAreBands() {
		assertThat(SearchQuery.mostStarred("Go").upTo(500).activeSince(DAY).terms())
			.isEqualTo("language:\"Go\" stars:1..500 pushed:>=2026-11-22");
	}

}
