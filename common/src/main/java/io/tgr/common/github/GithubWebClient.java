package io.tgr.common.github;

import java.net.URI;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * The one way to GitHub: every rule of the transport applies to each call of its client.
 * Failures arrive as {@link GithubException}, answers served from the cache after a 304
 * carry {@value #FROM_CACHE}.
 */
public interface GithubWebClient {

	/**
	 * Response header that says that GitHub confirmed a kept answer.
	 */
	String FROM_CACHE = "X-From-Cache";

	/**
	 * Request attribute with the estimated points of a GraphQL query, an {@link Integer};
	 * 1 when absent.
	 */
	String COST_ATTRIBUTE = "io.tgr.common.github.cost";

	/**
	 * The client, its base URL being the root of the REST API.
	 * @return the client
	 */
	WebClient client();

	/**
	 * Where GraphQL queries are posted to, through the same client.
	 * @return the absolute URL
	 */
	URI graphqlUrl();

}
