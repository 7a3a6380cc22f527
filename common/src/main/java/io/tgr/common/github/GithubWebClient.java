package io.tgr.common.github;

import java.net.URI;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * The one way to GitHub: every rule of the transport applies to each call of its client.
 * Failures arrive as {@link GithubException}.
 */
public interface GithubWebClient {

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
