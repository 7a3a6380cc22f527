package io.tgr.common.github;

import java.util.Locale;

import org.springframework.http.HttpHeaders;

/**
 * The meaning of a status with the message that goes with it.
 */
final class StatusMeaning {

	private StatusMeaning() {
	}

	static GithubFailure of(int status, String message, HttpHeaders headers) {
		String lower = message.toLowerCase(Locale.ROOT);
		return switch (status) {
			case 401 ->
				(lower.startsWith("requires authentication")) ? GithubFailure.FORBIDDEN : GithubFailure.BAD_CREDENTIALS;
			case 403, 429 -> refusal(status, lower, headers);
			case 404, 410 -> GithubFailure.NOT_FOUND;
			case 408, 504 -> GithubFailure.TIMEOUT;
			case 409 -> (lower.contains("empty")) ? GithubFailure.NOT_FOUND : GithubFailure.INVALID_REQUEST;
			case 422 -> (lower.contains("search results are available") || lower.contains("pagination is limited"))
					? GithubFailure.RESULT_LIMIT : GithubFailure.INVALID_REQUEST;
			case 451 -> GithubFailure.BLOCKED;
			default -> other(status, lower);
		};
	}

	private static GithubFailure other(int status, String message) {
		if (status >= 500) {
			return (message.contains("timeout")) ? GithubFailure.TIMEOUT : GithubFailure.UNAVAILABLE;
		}
		return (status < 300) ? GithubFailure.UNREADABLE : GithubFailure.INVALID_REQUEST;
	}

	private static GithubFailure refusal(int status, String message, HttpHeaders headers) {
		if (message.contains("secondary rate limit") || message.contains("abuse detection")) {
			return GithubFailure.SECONDARY_LIMIT;
		}
		if (message.contains("access blocked")) {
			return GithubFailure.BLOCKED;
		}
		boolean empty = "0".equals(headers.getFirst("x-ratelimit-remaining"));
		if (message.contains("rate limit") || (empty && (status == 429 || message.isEmpty()))) {
			return GithubFailure.QUOTA_EXHAUSTED;
		}
		return (status == 429 || headers.containsHeader(HttpHeaders.RETRY_AFTER)) ? GithubFailure.SECONDARY_LIMIT
				: GithubFailure.FORBIDDEN;
	}

}
