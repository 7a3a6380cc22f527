package io.tgr.local;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who the services are for GitHub, in the variables that they read.
 */
final class Credentials {

	private static final String APP_KEY_FILE = "GITHUB_APP_PRIVATE_KEY_FILE";

	private static final String APP_KEY = "GITHUB_APP_PRIVATE_KEY";

	/**
	 * Every variable that can carry credentials.
	 */
	static final List<String> NAMES = List.of("GITHUB_TOKEN", "CLIENT_ID", "CLIENT_SECRET", "GITHUB_APP_ID",
			"GITHUB_APP_INSTALLATION_ID", APP_KEY_FILE, APP_KEY);

	private Credentials() {
	}

	/**
	 * No credentials, in a way that hides any others.
	 * @return all variables, blank
	 */
	static Map<String, Object> none() {
		Map<String, Object> blank = new LinkedHashMap<>();
		NAMES.forEach((name) -> blank.put(name, ""));
		return blank;
	}

	static Map<String, Object> token(String token) {
		Map<String, Object> credentials = none();
		credentials.put("GITHUB_TOKEN", token);
		return credentials;
	}

	static Map<String, Object> given(Variables variables) {
		Map<String, Object> credentials = none();
		credentials.replaceAll((name, blank) -> {
			String value = variables.get(name);
			return (value != null) ? value : blank;
		});
		return credentials;
	}

	static boolean areGiven(Variables variables) {
		return NAMES.stream().anyMatch(variables::has);
	}

	/**
	 * Refuses half of a pair, whether or not it would be used: it is a mistake.
	 * @param variables the environment
	 */
	static void requireWhole(Variables variables) {
		requireAllOrNone(variables, List.of("CLIENT_ID", "CLIENT_SECRET"));
		String key = (variables.has(APP_KEY)) ? APP_KEY : APP_KEY_FILE;
		requireAllOrNone(variables, List.of("GITHUB_APP_ID", "GITHUB_APP_INSTALLATION_ID", key));
	}

	private static void requireAllOrNone(Variables variables, List<String> names) {
		List<String> given = names.stream().filter(variables::has).toList();
		List<String> missing = names.stream().filter((name) -> !variables.has(name)).toList();
		if (!given.isEmpty() && !missing.isEmpty()) {
			throw new StartException("Half of the credentials is missing: %s without %s."
				.formatted(String.join(" and ", given), String.join(" and ", missing)));
		}
	}

}
