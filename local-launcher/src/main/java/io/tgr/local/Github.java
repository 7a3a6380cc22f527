package io.tgr.local;

import java.util.HashMap;
import java.util.Map;

import io.tgr.sandbox.github.GithubSandbox;

/**
 * The GitHub that the services ask.
 *
 * @param description which one it is, and who we are there
 * @param variables the environment that tells the services
 */
record Github(String description, Map<String, Object> variables) {

	private static final String API_URL = "GITHUB_API_URL";

	private static final String SANDBOX_TOKEN = "sandbox-token";

	/**
	 * The sandbox: no real credentials ever go there.
	 * @param sandbox the running sandbox
	 * @param anonymous whether to hold no token of it either
	 * @return how to reach it
	 */
	static Github sandbox(GithubSandbox sandbox, boolean anonymous) {
		Map<String, Object> credentials = (anonymous) ? Credentials.none() : Credentials.token(SANDBOX_TOKEN);
		return at(String.valueOf(sandbox.url()), credentials,
				"the sandbox at %s, %s".formatted(sandbox.url(), (anonymous) ? "anonymously" : "with a token of it"));
	}

	static Github live(Variables variables, boolean anonymous) {
		String given = variables.get(API_URL);
		String url = (given != null) ? given : "https://api.github.com";
		Map<String, Object> credentials = (anonymous) ? Credentials.none() : Credentials.given(variables);
		return at(url, credentials, "GitHub at %s, %s".formatted(url,
				(isAnonymous(variables, anonymous)) ? "anonymously" : "with the credentials given"));
	}

	static boolean isAnonymous(Variables variables, boolean anonymous) {
		return anonymous || !Credentials.areGiven(variables);
	}

	private static Github at(String url, Map<String, Object> credentials, String description) {
		Map<String, Object> variables = new HashMap<>(credentials);
		variables.put(API_URL, url);
		return new Github(description, Map.copyOf(variables));
	}

}
