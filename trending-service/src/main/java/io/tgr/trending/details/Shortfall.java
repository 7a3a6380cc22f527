package io.tgr.trending.details;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Why a figure could not be had.
 *
 * @param reason what stood in the way
 * @param retryAt when asking again makes sense, {@code null} when unknown
 */
public record Shortfall(Reason reason, @Nullable Instant retryAt) {

	/**
	 * What can stand in the way.
	 */
	public enum Reason {

		/**
		 * The repository was removed, hidden or blocked.
		 */
		GONE("gone"),
		/**
		 * GitHub's quota, or what of it is open to this kind of work, is used up.
		 */
		QUOTA("quota"),
		/**
		 * GitHub gives no usable answer.
		 */
		GITHUB_UNAVAILABLE("github-unavailable"),
		/**
		 * GitHub was not reached, or not asked since it was not lately: to whoever waits
		 * the same as no usable answer, but it cost no call.
		 */
		GITHUB_UNREACHABLE("github-unavailable"),
		/**
		 * The repo-details service gives no usable answer.
		 */
		DETAILS_UNAVAILABLE("details-unavailable");

		private final String slug;

		Reason(String slug) {
			this.slug = slug;
		}

		/**
		 * The word for it in answers.
		 * @return for example {@code github-unavailable}
		 */
		public String slug() {
			return this.slug;
		}

		/**
		 * Reads the meaning of a problem.
		 * @param problemType its {@code type}
		 * @return the reason, {@code null} for a problem that is not GitHub's
		 */
		static @Nullable Reason ofProblem(String problemType) {
			return switch (problemType.substring(problemType.lastIndexOf(':') + 1)) {
				case "not-found", "blocked" -> GONE;
				case "quota-exhausted", "secondary-limit" -> QUOTA;
				case "unreachable", "neighbour-unavailable" -> GITHUB_UNREACHABLE;
				case "unavailable", "timeout", "unreadable", "bad-credentials", "forbidden", "invalid-request",
						"result-limit", "part-not-found" ->
					GITHUB_UNAVAILABLE;
				default -> null;
			};
		}

	}

}
