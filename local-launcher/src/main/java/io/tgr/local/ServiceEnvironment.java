package io.tgr.local;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.springframework.boot.web.context.reactive.StandardReactiveWebEnvironment;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * The environment of one context: what the launcher says, and of the process's only what
 * cannot say otherwise.
 */
final class ServiceEnvironment {

	/**
	 * Variables that mean the launcher; a service gets its own, or none.
	 */
	private static final Set<String> LAUNCHERS_OWN = Set.of("HOST", "PORT", "DEBUG", "TRACE", "ENV", "TGR_LIVE",
			"REPO_DETAILS_URL", "GITHUB_API_URL", "KUBECONFIG", "SPRING_APPLICATION_JSON");

	private ServiceEnvironment() {
	}

	static ConfigurableEnvironment of(Map<String, Object> properties) {
		return of(properties, System.getenv());
	}

	static ConfigurableEnvironment of(Map<String, Object> properties, Map<String, String> process) {
		ConfigurableEnvironment environment = new StandardReactiveWebEnvironment();
		MutablePropertySources sources = environment.getPropertySources();
		sources.replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
				new SystemEnvironmentPropertySource(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
						processVariables(process)));
		sources.replace(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME,
				new MapPropertySource(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME, systemProperties()));
		sources.addFirst(new MapPropertySource("launcher", Map.copyOf(properties)));
		return environment;
	}

	private static Map<String, Object> processVariables(Map<String, String> process) {
		Map<String, Object> variables = new HashMap<>(process);
		variables.keySet().removeIf((name) -> isOurs(name.toUpperCase(Locale.ROOT).replace('.', '_')));
		return variables;
	}

	// Variables bind to properties in any case.
	private static boolean isOurs(String name) {
		return LAUNCHERS_OWN.contains(name) || Credentials.NAMES.contains(name) || name.startsWith("SERVER_")
				|| name.startsWith("MANAGEMENT_") || name.startsWith("TGR_GITHUB_") || name.startsWith("TGR_STORE_");
	}

	private static Map<String, Object> systemProperties() {
		Map<String, Object> properties = new HashMap<>();
		System.getProperties().forEach((name, value) -> properties.put(String.valueOf(name), value));
		properties.keySet().removeIf((name) -> name.toLowerCase(Locale.ROOT).startsWith("tgr.github."));
		return properties;
	}

}
