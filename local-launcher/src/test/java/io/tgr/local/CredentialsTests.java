package io.tgr.local;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class CredentialsTests {

	@ParameterizedTest
	@CsvSource({ "CLIENT_ID, CLIENT_SECRET", "CLIENT_SECRET, CLIENT_ID", "GITHUB_APP_ID, GITHUB_APP_INSTALLATION_ID",
			"GITHUB_APP_PRIVATE_KEY, GITHUB_APP_ID" })
	void halfOfThemIsRefusedByNameOnly(String given, String missing) {
		Variables variables = variables(Map.of(given, "sesame"));
		assertThatExceptionOfType(StartException.class).isThrownBy(() -> Credentials.requireWhole(variables))
			.withMessageStartingWith("Half of the credentials is missing: " + given + " without")
			.withMessageContaining(missing)
			.withMessageNotContaining("sesame");
	}

	@Test
	void wholePairsPass() {
		Variables variables = variables(Map.of("CLIENT_ID", "a", "CLIENT_SECRET", "b", "GITHUB_APP_ID", "1",
				"GITHUB_APP_INSTALLATION_ID", "2", "GITHUB_APP_PRIVATE_KEY", "c"));
		assertThatNoException().isThrownBy(() -> Credentials.requireWhole(variables));
	}

	@Test
	void blankIsAbsent() {
		Variables variables = variables(Map.of("CLIENT_ID", " ", "CLIENT_SECRET", "", "GITHUB_TOKEN", ""));
		assertThatNoException().isThrownBy(() -> Credentials.requireWhole(variables));
		assertThat(Credentials.areGiven(variables)).isFalse();
	}

	@Test
	void liveTakesWhatIsGivenAndHidesTheRest() {
		Github github = Github.live(variables(Map.of("GITHUB_TOKEN", "sesame")), false);
		assertThat(github.variables()).containsEntry("GITHUB_TOKEN", "sesame")
			.containsEntry("CLIENT_ID", "")
			.containsEntry("GITHUB_API_URL", "https://api.github.com");
		assertThat(github.description()).doesNotContain("sesame");
	}

	@Test
	void anonymousHidesWhatIsGiven() {
		assertThat(Github.live(variables(Map.of("GITHUB_TOKEN", "sesame")), true).variables())
			.containsEntry("GITHUB_TOKEN", "");
	}

	private static Variables variables(Map<String, String> environment) {
		return new Variables(Map.of(), environment);
	}

}
