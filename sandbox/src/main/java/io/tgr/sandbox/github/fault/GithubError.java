package io.tgr.sandbox.github.fault;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One error answer of GitHub, as written down in {@code errors.json}.
 *
 * @param id what we call it
 * @param api {@code rest} or {@code graphql}
 * @param status the HTTP status
 * @param headers the headers, with placeholders for what changes from call to call
 * @param body the body; null when there is none
 * @param evidence where it was seen
 */
public record GithubError(String id, String api, int status, Map<String, String> headers, @Nullable JsonNode body,
		String evidence) {

	public GithubError {
		body = (body != null && body.isNull()) ? null : body;
	}

	/**
	 * Whether it belongs to the GraphQL API.
	 * @return whether it is answered at {@code /graphql} only
	 */
	public boolean graphql() {
		return this.api.equals("graphql");
	}

	/**
	 * Whether GitHub turned the call away before doing any work, so that it costs
	 * nothing.
	 * @return whether the call is free
	 */
	public boolean refusal() {
		return exhausted() || this.id.contains("secondary") || this.id.contains("bad-credentials");
	}

	/**
	 * Whether it says that a bucket is empty.
	 * @return whether nothing remains
	 */
	public boolean exhausted() {
		return "0".equals(this.headers.get("x-ratelimit-remaining"));
	}

	/**
	 * Whether the answer speaks of buckets at all.
	 * @return whether it has rate limit headers
	 */
	public boolean metered() {
		return this.headers.containsKey("x-ratelimit-limit");
	}

}
