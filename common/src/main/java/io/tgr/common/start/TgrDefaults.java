package io.tgr.common.start;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * Gives every service {@code tgr-defaults.yml}, the one place for what all of them share:
 * the variables that people set (also in a {@code .env} file), probes and endpoints,
 * shutdown, context propagation, timeouts. Anything a service or its start says wins.
 */
final class TgrDefaults implements EnvironmentPostProcessor, Ordered {

	static final String NAME = "tgrDefaults";

	@Override
	public int getOrder() {
		return ConfigDataEnvironmentPostProcessor.ORDER - 1;
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		try {
			PropertySource<?> defaults = new YamlPropertySourceLoader()
				.load(NAME, new ClassPathResource("tgr-defaults.yml", TgrDefaults.class.getClassLoader()))
				.get(0);
			environment.getPropertySources().addLast(defaults);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
