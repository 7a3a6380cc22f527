package io.tgr.details;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RepositoryNameTests {

	@ParameterizedTest
	@ValueSource(strings = { "spring-projects/spring-boot", "mrdoob/three.js", "a/.github", "huangxd-/danmu_api",
			"octo_corp/x", "o/-", "o/..." })
	void acceptsWhatGithubAccepts(String fullName) {
		assertThat(RepositoryName.parse(fullName)).hasToString(fullName);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/", "owner", "owner/", "/name", "-owner/name", "own.er/name", "owner/name/more",
			"owner/na me", "owner/.", "owner/..", "owner/name.git", "owner/NAME.GIT", "öwner/name",
			"o123456789012345678901234567890123456789/name" })
	void refusesWhatNoRepositoryCanBeCalled(String fullName) {
		assertThat(RepositoryName.parse(fullName)).isNull();
	}

	@Test
	void hasAtMostHundredCharacters() {
		assertThat(RepositoryName.parse("o/" + "n".repeat(100))).isNotNull();
		assertThat(RepositoryName.parse("o/" + "n".repeat(101))).isNull();
	}

	@Test
	void isTheSameInAnyCase() {
		RepositoryName name = RepositoryName.of("Spring-Projects", "Spring-Boot");
		assertThat(name).isEqualTo(RepositoryName.of("spring-projects", "spring-boot"))
			.hasSameHashCodeAs(RepositoryName.of("spring-projects", "spring-boot"))
			.isNotEqualTo(RepositoryName.of("spring-projects", "spring-ai"));
		assertThat(name.fullName()).isEqualTo("Spring-Projects/Spring-Boot");
	}

}
