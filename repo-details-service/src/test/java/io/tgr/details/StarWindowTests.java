package io.tgr.details;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StarWindowTests {

	private static final LocalDate SUNDAY = LocalDate.parse("2026-11-15");

	private final List<StarWeek> weeks = List.of(new StarWeek(SUNDAY, List.of(1, 2, 3, 4, 5, 6, 7)),
			new StarWeek(SUNDAY.minusWeeks(2), List.of(10, 20, 30, 40, 50, 60, 70)));

	@Test
	void endsWithYesterdayAndKeepsTodayApart() {
		StarWindow window = StarWindow.of(this.weeks, 2, Instant.parse("2026-11-18T09:00:00Z"));
		assertThat(window.from()).isEqualTo("2026-11-16");
		assertThat(window.to()).isEqualTo("2026-11-17");
		assertThat(window.days()).containsExactly(2, 3);
		assertThat(window.today()).isEqualTo(4);
		assertThat(window.gained()).isEqualTo(5);
	}

	@Test
	void hasNoStarsInWeeksThatAreNotListed() {
		StarWindow window = StarWindow.of(this.weeks, 18, Instant.parse("2026-11-18T23:59:59.999Z"));
		assertThat(window.from()).isEqualTo("2026-10-31");
		assertThat(window.days()).containsExactly(0, 10, 20, 30, 40, 50, 60, 70, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3);
	}

	@Test
	void hasNoStarsBeforeCreation() {
		StarWindow window = StarWindow.of(List.of(), 3, Instant.parse("2026-11-18T00:00:00Z"));
		assertThat(window.days()).containsExactly(0, 0, 0);
		assertThat(window.today()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "1, 14", "30, 14", "90, 14", "91, 14", "92, 30", "203, 30", "204, 60", "365, 60" })
	void asksForFewDifferentNumbersOfWeeks(int days, int weeks) {
		assertThat(StarWindow.weeks(days)).isEqualTo(weeks);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 7, 30, 35, 90, 91, 203, 365 })
	void asksForEnoughWeeksOnEveryDayOfTheWeek(int days) {
		for (int dayOfWeek = 0; dayOfWeek < 7; dayOfWeek++) {
			int complete = dayOfWeek + 7 * (StarWindow.weeks(days) - 1);
			assertThat(complete).isGreaterThanOrEqualTo(days);
		}
	}

}
