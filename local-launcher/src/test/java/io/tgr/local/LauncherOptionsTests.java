package io.tgr.local;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LauncherOptionsTests {

	@Test
	void nothingIsAskedByDefault() {
		assertThat(LauncherOptions.parse()).isEqualTo(new LauncherOptions(false, false, false, null, null));
	}

	@Test
	void everyOptionIsUnderstood() {
		assertThat(LauncherOptions.parse("--live", "--anonymous", "--port=0", "--sandbox-day=2026-11-22", "--help"))
			.isEqualTo(new LauncherOptions(true, true, true, 0, LocalDate.of(2026, 11, 22)));
	}

	@ParameterizedTest
	@CsvSource({ "--liev, Unknown option '--liev': known are --live", "--live=yes, Unknown option '--live=yes'",
			"x, Unknown option 'x'", "--port, --port takes a port", "--port=x, --port takes a port",
			"--port=65536, --port takes a port", "--sandbox-day=today, --sandbox-day takes a day such as 2026-11-22" })
	void anythingElseIsAnsweredByOneSentence(String argument, String sentence) {
		assertThatExceptionOfType(StartException.class).isThrownBy(() -> LauncherOptions.parse(argument))
			.withMessageStartingWith(sentence);
	}

}
