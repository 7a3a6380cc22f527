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

		static Reason ofStatus(int status) {
			return switch (status) {
				case 404, 410, 451 -> GONE;
				case 403, 429 -> QUOTA;
				default -> GITHUB_UNAVAILABLE;
			};
		}

	}

}
