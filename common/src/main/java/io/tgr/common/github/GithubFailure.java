package io.tgr.common.github;

import java.util.Locale;

/**
 * The one meaning of each way in which GitHub does not answer.
 */
public enum GithubFailure {

	/**
	 * The credentials are refused.
	 */
	BAD_CREDENTIALS("GitHub refuses our credentials"),

	/**
	 * A primary rate limit is used up, or kept for interactive calls.
	 */
	QUOTA_EXHAUSTED("The quota at GitHub is used up"),

	/**
	 * Too many calls at once or a minute.
	 */
	SECONDARY_LIMIT("GitHub asks us to slow down"),

	/**
	 * The repository is blocked, by law or by GitHub's terms.
	 */
	BLOCKED("GitHub has blocked access to this repository"),

	/**
	 * The credentials do not allow it.
	 */
	FORBIDDEN("GitHub does not allow this with our credentials"),

	/**
	 * Unknown, private or empty.
	 */
	NOT_FOUND("GitHub does not know this"),

	/**
	 * GitHub does not understand the request.
	 */
	INVALID_REQUEST("GitHub does not accept this request"),

	/**
	 * Past what GitHub gives: the 1,000 results of a search, a list's last page, the size
	 * of a query.
	 */
	RESULT_LIMIT("GitHub does not answer that far"),

	/**
	 * An outage, or an error of GitHub's own.
	 */
	UNAVAILABLE("GitHub is not available"),

	/**
	 * No answer in time.
	 */
	TIMEOUT("GitHub did not answer in time"),

	/**
	 * Truncated, too large, or not what it should be.
	 */
	UNREADABLE("GitHub's answer could not be read"),

	/**
	 * No connection.
	 */
	UNREACHABLE("GitHub cannot be reached");

	private final String sentence;

	GithubFailure(String sentence) {
		this.sentence = sentence;
	}

	/**
	 * The name in problem types, metrics and answers.
	 * @return lower-case words joined by hyphens
	 */
	public String slug() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * What to tell people; never holds anything from GitHub's answer.
	 * @return a sentence without its full stop
	 */
	public String sentence() {
		return this.sentence;
	}

	boolean retryable() {
		return this == UNAVAILABLE || this == TIMEOUT || this == UNREADABLE || this == UNREACHABLE;
	}

}
