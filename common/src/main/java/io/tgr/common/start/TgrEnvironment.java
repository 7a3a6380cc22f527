package io.tgr.common.start;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Once {@code .env} and {@code application.yml} are read: puts the defaults behind them,
 * reads {@code DEBUG} as people write it, where Boot alone would take {@code False} for
 * on, and writes structured logs in the profile {@code prod}.
 */
final class TgrEnvironment implements EnvironmentPostProcessor, Ordered {

	private static final String LOG_FORMAT = "logging.structured.format.console";

	@Override
	public int getOrder() {
		return ConfigDataEnvironmentPostProcessor.ORDER + 1;
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		MutablePropertySources sources = environment.getPropertySources();
		PropertySource<?> defaults = sources.remove(TgrDefaults.NAME);
		if (defaults != null) {
			sources.addLast(defaults);
		}
		boolean structured = environment.matchesProfiles("prod") && !environment.containsProperty(LOG_FORMAT);
		sources.addLast(new MapPropertySource("tgrLogging", (structured) ? Map.of(LOG_FORMAT, "ecs") : Map.of()));
		Boolean debug = debug(environment.getProperty("DEBUG"));
		if (debug != null) {
			Map<String, Object> logs = new HashMap<>(Map.of("debug", debug.toString()));
			if (debug) {
				logs.put("logging.level.io.tgr", "debug");
			}
			sources.addBefore(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
					new MapPropertySource("tgrDebug", logs));
		}
	}

	private static @Nullable Boolean debug(@Nullable String value) {
		if (value == null) {
			return null;
		}
		return switch (value.strip().toLowerCase(Locale.ROOT)) {
			case "true" -> true;
			case "false", "" -> false;
			default -> throw new FailureAnalyzedException("DEBUG cannot be '%s'.".formatted(value),
					"Set DEBUG to True or False.");
		};
	}

}
