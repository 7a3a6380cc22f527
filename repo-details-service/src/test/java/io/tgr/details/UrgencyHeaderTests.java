package io.tgr.details;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.tgr.common.github.CallPriority;

import static org.assertj.core.api.Assertions.assertThat;

class UrgencyHeaderTests {

	@ParameterizedTest
	@ValueSource(strings = { "u=6", "u=7", "u=7, i", "i, u=6", "i;x=1,u=7;y" })
	void isBackgroundWorkWithLowUrgency(String header) {
		assertThat(UrgencyHeader.of(header)).isEqualTo(CallPriority.BACKGROUND);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "u=5", "u=0", "i", "u=67", "au=7", "urgent" })
	void isInteractiveOtherwise(String header) {
		assertThat(UrgencyHeader.of(header)).isEqualTo(CallPriority.INTERACTIVE);
	}

	@Test
	void isInteractiveWithoutHeader() {
		assertThat(UrgencyHeader.of((String) null)).isEqualTo(CallPriority.INTERACTIVE);
	}

}
