package io.tgr.local;

import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SettingsTests {

	@Test
	void byDefaultItIsTheSandboxBehindPort8080OfThisMachine() {
		Settings settings = settings(Map.of());
		assertThat(settings.live()).isFalse();
		assertThat(settings.gateway().number()).isEqualTo(8080);
		assertThat(settings.address()).isEqualTo("127.0.0.1");
	}

	@Test
	void theEnvironmentWinsOverTheFileUnlessItIsBlank() {
		Variables variables = new Variables(Map.of("PORT", "9000", "HOST", "::1"), Map.of("PORT", "9001", "HOST", ""));
		Settings settings = Settings.of(LauncherOptions.parse(), variables);
		assertThat(settings.gateway()).isEqualTo(new Port(9001, "the gateway", "PORT"));
		assertThat(settings.address()).isEqualTo("::1");
	}

	@Test
	void theOptionWinsOverTheEnvironment() {
		Settings settings = Settings.of(LauncherOptions.parse("--port=9002"), variables(Map.of("PORT", "9001")));
		assertThat(settings.gateway()).isEqualTo(new Port(9002, "the gateway", "--port"));
	}

	@Test
	void aHostNameInTheEnvironmentIsNotMeantForUs() {
		assertThat(settings(Map.of("HOST", "x86_64-conda-linux-gnu")).address()).isEqualTo("127.0.0.1");
	}

	@ParameterizedTest
	@CsvSource({ "True, true", "true, true", "FALSE, false", "False, false" })
	void flagsAreTheWorkshopsInAnyCase(String value, boolean expected) {
		assertThat(settings(Map.of("DEBUG", value)).debug()).isEqualTo(expected);
		assertThat(settings(Map.of("TGR_LIVE", value)).live()).isEqualTo(expected);
	}

	@Test
	void anyOtherFlagIsRefused() {
		assertThatExceptionOfType(StartException.class).isThrownBy(() -> settings(Map.of("TGR_LIVE", "yes")))
			.withMessage("TGR_LIVE is either True or False.");
	}

	@Test
	void aDayOfTheSandboxDoesNotGoWithGithubItself() {
		LauncherOptions options = LauncherOptions.parse("--live", "--sandbox-day=2026-01-01");
		assertThatExceptionOfType(StartException.class).isThrownBy(() -> Settings.of(options, variables(Map.of())));
	}

	@Test
	void everythingGoesByTheDayOfTheSandbox() {
		Settings settings = Settings.of(LauncherOptions.parse("--sandbox-day=2026-01-01"), variables(Map.of()));
		assertThat(LocalDate.now(settings.clock())).isEqualTo("2026-01-01");
	}

	private static Settings settings(Map<String, String> environment) {
		return Settings.of(LauncherOptions.parse(), variables(environment));
	}

	private static Variables variables(Map<String, String> environment) {
		return new Variables(Map.of(), environment);
	}

}
