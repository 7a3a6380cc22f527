package io.tgr.local;

import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A service that the launcher runs.
 *
 * @param name its name, which is its host name in the cluster
 * @param application its main class
 * @param port where it listens
 * @param variables its environment, by the URLs of the services that run already
 * @param cloudParts which auto-configurations of Spring Cloud it wants; other services
 * must not see them
 */
record LocalService(String name, Class<?> application, Port port,
		Function<Map<String, URI>, Map<String, Object>> variables, Predicate<String> cloudParts) {

	LocalService(String name, Class<?> application, Port port,
			Function<Map<String, URI>, Map<String, Object>> variables) {
		this(name, application, port, variables, (autoConfiguration) -> false);
	}

	boolean wants(String autoConfiguration) {
		return !autoConfiguration.startsWith("org.springframework.cloud.") || this.cloudParts.test(autoConfiguration);
	}

}
