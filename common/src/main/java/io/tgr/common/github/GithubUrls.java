package io.tgr.common.github;

import java.net.URI;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Where GitHub's API is.
 *
 * @param api the root of the REST API, without a slash at its end
 * @param graphql where GraphQL queries go: beside {@code …/api/v3} of a GitHub Enterprise
 * Server, beneath any other root
 */
record GithubUrls(URI api, URI graphql) {

	static GithubUrls of(@Nullable URI given) {
		String url = (given != null) ? given.toString().strip().replaceAll("/+$", "") : "";
		String api = (url.isEmpty()) ? "https://api.github.com" : url;
		String graphql = (api.endsWith("/api/v3")) ? api.substring(0, api.length() - 2) + "graphql" : api + "/graphql";
		return new GithubUrls(URI.create(api), URI.create(graphql));
	}

	/**
	 * The bucket that pays for a call.
	 * @param url the URL of the call
	 * @return the bucket, {@code null} for what is free
	 */
	@Nullable RateLimitBucket bucket(URI url) {
		String path = url.getRawPath();
		if (path.equals(this.graphql.getRawPath())) {
			return RateLimitBucket.GRAPHQL;
		}
		String root = this.api.getRawPath();
		String below = (path.startsWith(root)) ? path.substring(root.length()) : path;
		if (below.equals("/rate_limit") || below.startsWith("/app/")) {
			return null;
		}
		return (below.startsWith("/search/")) ? RateLimitBucket.SEARCH : RateLimitBucket.CORE;
	}

	/**
	 * Whether a URL belongs to the API, so that credentials may be sent there.
	 * @param url an absolute URL
	 * @return {@code false} for any other host, port or scheme
	 */
	boolean contains(URI url) {
		return Objects.equals(this.api.getScheme(), url.getScheme())
				&& Objects.equals(this.api.getRawAuthority(), url.getRawAuthority())
				&& url.getRawPath().startsWith(this.api.getRawPath() + "/");
	}

}
