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
	 * say, may hold a password.
	 * @param failure how a command failed
	 * @return a word
	 */
	static String reason(Throwable failure) {
		Throwable cause = cause(failure);
		return (cause instanceof RedisCommandExecutionException) ? String.valueOf(cause.getMessage()).split(" ", 2)[0]
				: cause.getClass().getSimpleName();
	}

	private static Throwable cause(Throwable failure) {
		Throwable cause = failure;
		while (cause.getCause() != null && !(cause instanceof RedisCommandExecutionException)) {
			cause = cause.getCause();
		}
		return cause;
	}

}
