package io.tgr.cluster.query;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

import io.tgr.common.web.InvalidParameterException;
import io.tgr.common.web.Nearest;

/**
 * Reads the parameters of a request, each with an error that says what is allowed.
 */
public final class QueryParameters {

	private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

	private final MultiValueMap<String, String> values;

	/**
	 * Creates the parameters.
	 * @param values the parameters of a request
	 */
	public QueryParameters(MultiValueMap<String, String> values) {
		this.values = values;
	}

	List<String> all(String name, Pattern pattern, int most, String allowed) {
		List<String> given = all(name);
		if (given.size() > most) {
			throw new InvalidParameterException(name, "%d of them".formatted(given.size()),
					"at most %d times".formatted(most), List.of());
		}
		given.forEach((value) -> requireMatch(name, value, pattern, allowed));
		return given;
	}

	@Nullable String single(String name, String allowed) {
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
	 * @param absent what it is when absent
	 * @return the number
	 */
	public int number(String name, int min, int max, int absent) {
		String allowed = "a whole number from %d to %d".formatted(min, max);
		String value = single(name, allowed);
		if (value == null) {
			return absent;
		}
		if (!NUMBER.matcher(value).matches() || Integer.parseInt(value) < min || Integer.parseInt(value) > max) {
			throw new InvalidParameterException(name, value, allowed, List.of());
		}
		return Integer.parseInt(value);
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

	/**
	 * Reads a word.
	 * @param name the parameter
	 * @param pattern what it has to look like
	 * @param allowed the same in words
	 * @return the word, {@code null} when absent
	 */
	public @Nullable String matching(String name, Pattern pattern, String allowed) {
		String value = single(name, allowed);
		if (value != null) {
			requireMatch(name, value, pattern, allowed);
		}
		return value;
	}

	List<String> all(String name) {
		return this.values.getOrDefault(name, List.of()).stream().map((value) -> (value != null) ? value : "").toList();
	}

	private static void requireMatch(String name, String value, Pattern pattern, String allowed) {
		if (!pattern.matcher(value).matches()) {
			throw new InvalidParameterException(name, value, allowed, List.of());
		}
	}

}
