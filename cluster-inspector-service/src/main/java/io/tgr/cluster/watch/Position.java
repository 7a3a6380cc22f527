package io.tgr.cluster.watch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * How far somebody has followed the changes; its text is meant for {@code Last-Event-ID}.
 *
 * @param process which process counted, since each one counts for itself
 * @param sequence the number of the change, {@link #NOWHERE} while the present rows are
 * still being told
 */
public record Position(String process, long sequence) {

	static final long NOWHERE = -1;

	private static final Pattern FORMAT = Pattern.compile("([0-9a-z]{1,16})/(-1|\\d{1,18})");

	/**
	 * Reads a position.
	 * @param text its text
	 * @return the position, {@code null} if it is none
	 */
	public static @Nullable Position parse(String text) {
		Matcher matcher = FORMAT.matcher(text);
		return (matcher.matches()) ? new Position(matcher.group(1), Long.parseLong(matcher.group(2))) : null;
	}

	@Override
	public String toString() {
		return this.process + "/" + this.sequence;
	}

}
