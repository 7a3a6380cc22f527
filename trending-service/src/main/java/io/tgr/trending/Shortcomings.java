package io.tgr.trending;

import org.springframework.http.HttpHeaders;

/**
 * Says in headers what is wanting in an answer whose shape has no place for it.
 */
public final class Shortcomings {

	/**
	 * Says that something is older than it should be.
	 */
	public static final String STALE = "X-Tgr-Stale";

	/**
	 * Says why an answer is not complete, in the words of {@code coverage.missing}.
	 */
	public static final String MISSING = "X-Tgr-Missing";

	private Shortcomings() {
	}

	/**
	 * Adds the headers.
	 * @param answer the answer
	 * @param headers where to
	 */
	public static void describe(TrendingAnswer answer, HttpHeaders headers) {
		if (answer.stale() != null) {
			headers.set(STALE, "true");
		}
		if (!answer.complete() && !answer.coverage().missing().isEmpty()) {
			headers.set(MISSING, String.join(", ", answer.coverage().missing()));
		}
	}

}
