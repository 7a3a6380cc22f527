package io.tgr.common.store;

import java.util.regex.Pattern;

import io.lettuce.core.RedisCommandExecutionException;

/**
 * What Redis means when it refuses.
 */
final class RedisRefusal {

	// A script's refusal may stand within another sentence.
	private static final Pattern UNUSABLE = Pattern
		.compile("(?:^|: -)(?:READONLY|OOM|MISCONF|NOREPLICAS|LOADING|MASTERDOWN|BUSY)\\b");

	private RedisRefusal() {
	}

	/**
	 * Whether Redis answered, and did not do it.
	 * @param failure how a command failed
	 * @return {@code false} if there was no answer
	 */
	static boolean isRefused(Throwable failure) {
		return cause(failure) instanceof RedisCommandExecutionException;
	}

	/**
	 * Whether it would refuse whatever is written, or read, and not only this.
	 * @param failure how a command failed
	 * @return {@code true} if Redis is of no use at present
	 */
	static boolean isUnusable(Throwable failure) {
		return isRefused(failure) && UNUSABLE.matcher(String.valueOf(cause(failure).getMessage())).find();
	}

	/**
	 * The first word of what Redis says, such as WRONGPASS: more of it, or what others
	 * say, may hold a password. Which right is missing is said as a whole.
	 * @param failure how a command failed
	 * @return a word, or a sentence
	 */
	static String reason(Throwable failure) {
		Throwable cause = cause(failure);
		if (!(cause instanceof RedisCommandExecutionException)) {
			return cause.getClass().getSimpleName();
		}
		String said = String.valueOf(cause.getMessage());
		return (said.startsWith("NOPERM ")) ? said : said.split(" ", 2)[0];
	}

	/**
	 * What it means for whoever uses it.
	 * @param failure how a command failed
	 * @return what Redis does
	 */
	static String meaning(Throwable failure) {
		if (isUnusable(failure)) {
			return "cannot be written";
		}
		return (isRefused(failure)) ? "refuses us" : "does not answer";
	}

	private static Throwable cause(Throwable failure) {
		Throwable cause = failure;
		while (cause.getCause() != null && !(cause instanceof RedisCommandExecutionException)) {
			cause = cause.getCause();
		}
		return cause;
	}

}
