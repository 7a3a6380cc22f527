package io.tgr.trending;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

import io.tgr.common.web.InvalidParameterException;
import io.tgr.common.web.Nearest;

/**
 * Reads the parameters of a query, each with an error that says what is allowed.
 */
final class QueryParameters {

	private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

	private final MultiValueMap<String, String> values;

	QueryParameters(MultiValueMap<String, String> values) {
		this.values = values;
	}

	List<String> all(String name) {
		return this.values.getOrDefault(name, List.of()).stream().map((value) -> (value != null) ? value : "").toList();
	}

	@Nullable String single(String name, String allowed) {
		List<String> given = all(name);
		if (given.size() > 1) {
			throw new InvalidParameterException(name, String.join(", ", given), "one value: " + allowed, List.of());
		}
		return (given.isEmpty()) ? null : given.get(0);
	}

	@Nullable Long number(String name, long min, long max) {
		String allowed = (max == Long.MAX_VALUE) ? "a whole number from %d".formatted(min)
				: "a whole number from %d to %d".formatted(min, max);
		String value = single(name, allowed);
		if (value == null) {
			return null;
		}
		if (!NUMBER.matcher(value).matches() || Long.parseLong(value) < min || Long.parseLong(value) > max) {
			throw new InvalidParameterException(name, value, allowed, List.of());
		}
		return Long.valueOf(value);
	}

	int number(String name, int min, int max, int absent) {
		Long number = number(name, min, max);
		return (number != null) ? number.intValue() : absent;
	}

	String choice(String name, List<String> choices, String absent) {
		String allowed = String.join(", ", choices);
		String value = single(name, allowed);
		if (value == null) {
			return absent;
		}
		if (!choices.contains(value)) {
			throw new InvalidParameterException(name, value, allowed, Nearest.to(value, choices));
		}
		return value;
	}

	@Nullable String matching(String name, Pattern pattern, String allowed) {
		String value = single(name, allowed);
		if (value != null && !pattern.matcher(value).matches()) {
			throw new InvalidParameterException(name, value, allowed, List.of());
		}
		return value;
	}

	@Nullable Instant time(String name) {
		String allowed = "a date such as 2026-01-31 (from 00:00 UTC) or a time such as 2026-01-31T12:00:00Z";
		String value = single(name, allowed);
		if (value == null) {
			return null;
		}
		try {
			return (value.indexOf('T') < 0) ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
					: Instant.parse(value);
		}
		catch (DateTimeException ex) {
			throw new InvalidParameterException(name, value, allowed, List.of());
		}
	}

}
