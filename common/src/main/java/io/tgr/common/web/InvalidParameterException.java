package io.tgr.common.web;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * A request parameter that does not exist or has no such value; leaves as a 400 that says
 * what is allowed.
 */
public class InvalidParameterException extends RuntimeException {

	private final String parameter;

	private final @Nullable String value;

	private final String allowed;

	private final List<String> nearest;

	/**
	 * Creates the exception.
	 * @param parameter the parameter at fault
	 * @param value its value, {@code null} when it is missing
	 * @param allowed what is allowed, in words
	 * @param nearest values that may have been meant, nearest first
	 */
	public InvalidParameterException(String parameter, @Nullable String value, String allowed, List<String> nearest) {
		this("Parameter '%s' %s, allowed: %s".formatted(parameter,
				(value != null) ? "cannot be '%s'".formatted(value) : "is missing", allowed), parameter, value, allowed,
				nearest);
	}

	private InvalidParameterException(String message, String parameter, @Nullable String value, String allowed,
			List<String> nearest) {
		super(message);
		this.parameter = parameter;
		this.value = value;
		this.allowed = allowed;
		this.nearest = List.copyOf(nearest);
	}

	static InvalidParameterException unknown(String parameter, @Nullable String value, Set<String> known) {
		String allowed = (known.isEmpty()) ? "no parameters" : String.join(", ", new TreeSet<>(known));
		return new InvalidParameterException("Parameter '%s' is unknown, known: %s".formatted(parameter, allowed),
				parameter, value, allowed, List.of());
	}

	/**
	 * The parameter at fault.
	 * @return its name
	 */
	public String parameter() {
		return this.parameter;
	}

	/**
	 * Its value.
	 * @return the value, {@code null} when it is missing
	 */
	public @Nullable String value() {
		return this.value;
	}

	/**
	 * What is allowed.
	 * @return the allowed values, in words
	 */
	public String allowed() {
		return this.allowed;
	}

	/**
	 * Values that may have been meant.
	 * @return the values, nearest first
	 */
	public List<String> nearest() {
		return this.nearest;
	}

}
