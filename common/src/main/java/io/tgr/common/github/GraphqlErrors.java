package io.tgr.common.github;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The meaning of an entry in {@code errors} of a GraphQL answer. The transport itself
 * fails when an error concerns the whole request; errors of single aliases are left to
 * the caller, who may ask here what they mean.
 */
public final class GraphqlErrors {

	private GraphqlErrors() {
	}

	/**
	 * Gives an error its meaning.
	 * @param type the error's {@code type}, {@code null} if it has none
	 * @param message the error's {@code message}, {@code null} if it has none
	 * @return the exception to throw or report
	 */
	public static GithubException failure(@Nullable String type, @Nullable String message) {
		return new GithubException(meaning((type != null) ? type : "", (message != null) ? message : ""), 200, null,
				type, null);
	}

	static GithubFailure meaning(String type, String message) {
		String lower = message.toLowerCase(Locale.ROOT);
		if (lower.contains("secondary rate limit")) {
			return GithubFailure.SECONDARY_LIMIT;
		}
		if (lower.startsWith("something went wrong")) {
			return (lower.contains("timeout")) ? GithubFailure.TIMEOUT : GithubFailure.UNAVAILABLE;
		}
		return switch (type) {
			case "RATE_LIMITED", "RATE_LIMIT" -> GithubFailure.QUOTA_EXHAUSTED;
			case "NOT_FOUND" -> GithubFailure.NOT_FOUND;
			case "FORBIDDEN", "INSUFFICIENT_SCOPES" -> GithubFailure.FORBIDDEN;
			case "RESOURCE_LIMITS_EXCEEDED", "MAX_NODE_LIMIT_EXCEEDED" -> GithubFailure.RESULT_LIMIT;
			case "SERVICE_UNAVAILABLE", "INTERNAL" -> GithubFailure.UNAVAILABLE;
			default -> GithubFailure.INVALID_REQUEST;
		};
	}

}
