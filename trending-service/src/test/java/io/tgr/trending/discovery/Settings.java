package io.tgr.trending.discovery;

import java.util.Map;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/**
 * The settings with their defaults, but for some.
 */
final class Settings {

	private Settings() {
	}

	static DiscoveryProperties discovery(Map<String, Object> changed) {
		return bind("tgr.trending.discovery", DiscoveryProperties.class, changed);
	}

	static LiveRunProperties liveRuns(Map<String, Object> changed) {
		return bind("tgr.trending.live-runs", LiveRunProperties.class, changed);
	}

	private static <T> T bind(String prefix, Class<T> type, Map<String, Object> changed) {
		MapConfigurationPropertySource source = new MapConfigurationPropertySource();
		changed.forEach((name, value) -> source.put(prefix + "." + name, value));
		return new Binder(source).bindOrCreate(prefix, type);
	}

}
