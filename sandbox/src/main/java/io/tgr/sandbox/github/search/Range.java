package io.tgr.sandbox.github.search;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A range in the syntax of GitHub's search: from, after, before or up to a value, between
 * two values with dots, either of which may be a star, or the value itself.
 *
 * @param low the lowest value in it
 * @param high the highest value in it
 */
record Range(long low, long high) {

	private static final List<String> OPERATORS = List.of(">=", "<=", ">", "<");

	// Values are spans too: a day is all its seconds. Nothing for what is not a range.
	static @Nullable Range parse(String text, Function<String, @Nullable Range> value) {
		int dots = text.indexOf("..");
		if (dots >= 0) {
			return between(end(text.substring(0, dots), value), end(text.substring(dots + 2), value));
		}
		String operator = OPERATORS.stream().filter(text::startsWith).findFirst().orElse("");
		Range operand = value.apply(text.substring(operator.length()));
		return (operand != null) ? compared(operator, operand) : null;
	}

	boolean contains(long value) {
		return this.low <= value && value <= this.high;
	}

	private static @Nullable Range end(String text, Function<String, @Nullable Range> value) {
		return (text.isEmpty() || "*".equals(text)) ? new Range(Long.MIN_VALUE, Long.MAX_VALUE) : value.apply(text);
	}

	private static @Nullable Range between(@Nullable Range low, @Nullable Range high) {
		return (low != null && high != null) ? new Range(low.low, high.high) : null;
	}

	private static Range compared(String operator, Range operand) {
		return switch (operator) {
			case ">=" -> new Range(operand.low, Long.MAX_VALUE);
			case ">" -> new Range(operand.high + 1, Long.MAX_VALUE);
			case "<=" -> new Range(Long.MIN_VALUE, operand.high);
			case "<" -> new Range(Long.MIN_VALUE, operand.low - 1);
			default -> operand;
		};
	}

}
