package io.tgr.sandbox.github.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

/** Reads the values of ranges: numbers, dates and times. */
final class Values {

	private static final int DAY = 86_400;

	private Values() {
	}

	static @Nullable Range number(String text) {
		if (!text.matches("\\d{1,15}")) {
			return null;
		}
		long number = Long.parseLong(text);
		return new Range(number, number);
	}

	static @Nullable Range time(String text) {
		try {
			return text.contains("T") ? second(text) : day(text);
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private static Range day(String text) {
		long start = LocalDate.parse(text).toEpochDay() * DAY;
		return new Range(start, start + DAY - 1);
	}

	private static Range second(String text) {
		long second = text.matches(".*(Z|[+-]\\d\\d:\\d\\d)") ? OffsetDateTime.parse(text).toEpochSecond()
				: LocalDateTime.parse(text).toEpochSecond(ZoneOffset.UTC);
		return new Range(second, second);
	}

}
