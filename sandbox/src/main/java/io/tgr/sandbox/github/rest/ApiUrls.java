package io.tgr.sandbox.github.rest;

import java.net.URI;

import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * URLs of the API as this caller reaches it.
 *
 * @param base scheme, host and port
 */
record ApiUrls(String base) {

	/**
	 * The API at the address that was asked.
	 * @param request the request
	 */
	ApiUrls(ServerRequest request) {
		this(base(request.uri()));
	}

	String repository(String fullName) {
		return this.base + "/repos/" + fullName;
	}

	String repository(long id) {
		return this.base + "/repositories/" + id;
	}

	String user(String login) {
		return this.base + "/users/" + login;
	}

	private static String base(URI uri) {
		return uri.getScheme() + "://" + uri.getRawAuthority();
	}

}
