package io.tgr.benchmarks.ranking;

import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/**
 * The formula's settings as the service has them, but for what is changed.
 */
final class Settings {

	private static final String FORMULA = "tgr.trending.formula";

	private Settings() {
	}

	static <T> T bind(Class<T> type, Map<String, String> changes) {
		Map<String, String> all = changes.entrySet()
			.stream()
			.collect(Collectors.toMap((entry) -> FORMULA + "." + entry.getKey(), Map.Entry::getValue));
		return new Binder(new MapConfigurationPropertySource(all)).bindOrCreate(FORMULA, type);
	}

}
