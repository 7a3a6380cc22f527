package io.tgr.local;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The environment, with the {@code .env} file behind it; a blank value is none.
 */
final class Variables {

	private final Map<String, String> values;

	Variables(Map<String, String> dotEnv, Map<String, String> environment) {
		this.values = new HashMap<>(dotEnv);
		environment.forEach((name, value) -> {
			if (!value.isBlank()) {
				this.values.put(name, value);
			}
		});
	}

	/**
	 * The value of a variable.
	 * @param name the variable
	 * @return its value, {@code null} when it is absent or blank
	 */
	@Nullable String get(String name) {
		String value = this.values.get(name);
		return (value != null && !value.isBlank()) ? value.strip() : null;
	}

	boolean has(String name) {
		return get(name) != null;
	}

	boolean isTrue(String name) {
		String value = get(name);
		if (value == null || "false".equalsIgnoreCase(value)) {
			return false;
		}
		if ("true".equalsIgnoreCase(value)) {
			return true;
		}
		throw new StartException(name + " is either True or False.");
	}

	Port port(String user, String name, int otherwise) {
		String value = get(name);
		return new Port((value != null) ? Port.parse(name, value) : otherwise, user, name);
	}

}
