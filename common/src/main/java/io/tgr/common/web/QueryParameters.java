package io.tgr.common.web;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Reads the parameters of a query, each with an error that says what is allowed.
 */
public final class QueryParameters {

	private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

	private final MultiValueMap<String, String> values;

	/**
	 * Creates the parameters.
	 * @param values the parameters of a request
	 */
	public QueryParameters(MultiValueMap<String, String> values) {
		this.values = values;
	}

	/**
	 * Reads a parameter that may be repeated.
	 * @param name the parameter
	 * @return its values
	 */
	public List<String> all(String name) {
		return this.values.getOrDefault(name, List.of()).stream().map((value) -> (value != null) ? value : "").toList();
	}

	/**
	 * Reads a parameter that may be repeated, though not without end.
	 * @param name the parameter
	 * @param pattern what each value has to look like
	 * @param most how often it may be there
	 * @param allowed what a value has to look like, in words
	 * @return its values
	 */
	public List<String> all(String name, Pattern pattern, int most, String allowed) {
		List<String> given = all(name);
		if (given.size() > most) {
			throw new InvalidParameterException(name, "%d of them".formatted(given.size()),
					"at most %d times".formatted(most), List.of());
		}
		given.forEach((value) -> requireMatch(name, value, pattern, allowed));
		return given;
	}

	/**
	 * Reads a parameter that is there once at most.
	 * @param name the parameter
	 * @param allowed what is allowed, in words
	 * @return its value, {@code null} when absent
	 */
	public @Nullable String single(String name, String allowed) {
		List<String> given = all(name);
		if (given.size() > 1) {
			throw new InvalidParameterException(name, String.join(", ", given), "one value: " + allowed, List.of());
		}
		return (given.isEmpty()) ? null : given.get(0);
	}

	/**
	 * Reads a whole number.
	 * @param name the parameter
	 * @param min the least
	 * @param max the most
	 * @return the number, {@code null} when absent
	 */
	public @Nullable Long number(String name, long min, long max) {
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

	/**
	 * Reads a whole number.
	 * @param name the parameter
	 * @param min the least
	 * @param max the most
	 * @param absent what it is when absent
	 * @return the number
	 */
	public int number(String name, int min, int max, int absent) {
		Long number = number(name, min, max);
		return (number != null) ? number.intValue() : absent;
	}

	/**
	 * Reads one word of several.
	 * @param name the parameter
	 * @param choices the words
	 * @param absent which it is when absent
	 * @return the word
	 */
	public String choice(String name, List<String> choices, String absent) {
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

	/**
	 * Reads a text of a certain form.
	 * @param name the parameter
	 * @param pattern what it has to look like
	 * @param allowed the same in words
	 * @return the text, {@code null} when absent
	 */
	public @Nullable String matching(String name, Pattern pattern, String allowed) {
		String value = single(name, allowed);
		if (value != null) {
			requireMatch(name, value, pattern, allowed);
		}
		return value;
	}

	private static void requireMatch(String name, String value, Pattern pattern, String allowed) {
		if (!pattern.matcher(value).matches()) {
			throw new InvalidParameterException(name, value, allowed, List.of());
		}
	}

}
