package io.tgr.common.web;

import java.time.Clock;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What went wrong, by RFC 9457: a failed part inside an answer, or the base of an answer
 * that failed as a whole.
 *
 * @param type {@code urn:tgr:problem:<slug>}
 * @param title the kind of problem, in words
 * @param status the status that the whole answer would have
 * @param detail what happened here
 * @param retryAfterSeconds when to try again at the earliest, {@code null} if unknown
 */
public record Problem(String type, String title, int status, String detail, @Nullable Long retryAfterSeconds) {

	/**
	 * The prefix of each type.
	 */
	public static final String TYPE_PREFIX = "urn:tgr:problem:";

	/**
	 * Describes a failure.
	 * @param failure what was thrown
	 * @return the problem; {@code internal-error} for anything unforeseen
	 */
	public static Problem of(Throwable failure) {
		return of(failure, Clock.systemUTC().instant());
	}

	/**
	 * Describes a failure.
	 * @param failure what was thrown
	 * @param now the time from which to count
	 * @return the problem; {@code internal-error} for anything unforeseen
	 */
	public static Problem of(Throwable failure, Instant now) {
		return ProblemMapping.problem(failure, now);
	}

}
