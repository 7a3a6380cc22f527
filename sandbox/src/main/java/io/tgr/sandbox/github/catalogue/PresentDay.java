package io.tgr.sandbox.github.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A day of the sandbox and what it is in the data, whose days are moved by a fixed
 * number.
 *
 * @param date the day as users of the sandbox see it
 * @param shift days from the data's calendar to the sandbox's
 */
record PresentDay(LocalDate date, int shift) {

	// This day in the data, in days since the epoch.
	int dataDay() {
		return (int) this.date.toEpochDay() - this.shift;
	}

	LocalDate shown(int dataDay) {
		return LocalDate.ofEpochDay(dataDay + this.shift);
	}

	Instant shown(Instant dataTime) {
		return dataTime.plus(Duration.ofDays(this.shift));
	}

	// A time of the data, not later than yesterday.
	Instant past(Instant dataTime) {
		Instant shown = shown(dataTime);
		Instant midnight = this.date.atStartOfDay(ZoneOffset.UTC).toInstant();
		if (shown.isBefore(midnight)) {
			return shown;
		}
		long secondOfDay = Math.floorMod(shown.getEpochSecond(), 86_400L);
		return midnight.minusSeconds(86_400).plusSeconds(secondOfDay);
	}

}
