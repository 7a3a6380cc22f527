package io.tgr.local;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the services keep what they know.
 */
final class Memory {

	private static final String PATH = "TGR_STORE_PATH";

	private static final Map<String, String> PROPERTIES = Map.of(PATH, "tgr.store.path", "TGR_STORE_REDIS_URL",
			"tgr.store.redis.url", "TGR_STORE_REDIS_PASSWORD", "tgr.store.redis.password");

	private Memory() {
	}

	/**
	 * Adds where to keep what GitHub says to who we are there.
	 * @param github the GitHub that is asked
	 * @param settings which may say where
	 * @return the environment of the services that ask it
	 */
	static Map<String, Object> beside(Github github, Settings settings) {
		Map<String, Object> variables = new HashMap<>(github.variables());
		variables.putAll((settings.live()) ? live(settings.variables()) : ofSandbox(settings.variables()));
		return variables;
	}

	/**
	 * What was learned from the sandbox goes with it, unless a directory is named: its
	 * days move with the calendar. It never goes to a Redis.
	 * @param variables the environment
	 * @return the properties that services bind
	 */
	static Map<String, Object> ofSandbox(Variables variables) {
		Map<String, Object> properties = given(variables, List.of(PATH));
		properties.putIfAbsent("tgr.store.path", "");
		return properties;
	}

	static Map<String, Object> live(Variables variables) {
		return given(variables, PROPERTIES.keySet());
	}

	private static Map<String, Object> given(Variables variables, Iterable<String> names) {
		Map<String, Object> properties = new HashMap<>();
		names.forEach((name) -> {
			String value = variables.get(name);
			if (value != null) {
				properties.put(PROPERTIES.getOrDefault(name, name), value);
			}
		});
		return properties;
	}

}
