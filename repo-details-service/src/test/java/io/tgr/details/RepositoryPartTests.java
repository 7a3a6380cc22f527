package io.tgr.details;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.tgr.common.web.InvalidParameterException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RepositoryPartTests {

	@Test
	void selectsAllByDefault() {
		assertThat(RepositoryPart.select(null)).containsExactly(RepositoryPart.values());
	}

	@Test
	void selectsWhatIsNamed() {
		assertThat(RepositoryPart.select(List.of("stars", "facts", "stars"))).containsExactly(RepositoryPart.FACTS,
				RepositoryPart.STARS);
	}

	@Test
	void refusesUnknownPartsAndNamesTheKnownOnes() {
		assertThatExceptionOfType(InvalidParameterException.class)
			.isThrownBy(() -> RepositoryPart.select(List.of("star")))
			.satisfies((ex) -> {
				assertThat(ex.parameter()).isEqualTo("parts");
				assertThat(ex.value()).isEqualTo("star");
				assertThat(ex.allowed()).isEqualTo("facts, languages, contributors, release, community, stars");
				assertThat(ex.nearest()).containsExactly("stars");
			});
	}

	@Test
	void refusesAnEmptySelection() {
		assertThatExceptionOfType(InvalidParameterException.class).isThrownBy(() -> RepositoryPart.select(List.of()));
	}

}
