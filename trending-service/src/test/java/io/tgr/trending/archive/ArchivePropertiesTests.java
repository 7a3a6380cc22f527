package io.tgr.trending.archive;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ArchivePropertiesTests {

	private static final String PREFIX = "tgr.trending.archive";

	@ParameterizedTest
	@CsvSource({ "keep,0s", "interval,0s", "patience,0s", "patience,-1s", "guess,-1s" })
	void whatCannotWorkIsRefusedByName(String name, String value) {
		assertThatExceptionOfType(BindException.class).isThrownBy(() -> bind(Map.of(PREFIX + "." + name, value)))
			.havingRootCause()
			.isInstanceOf(IllegalArgumentException.class)
			.withMessageStartingWith(PREFIX)
			.withMessageContaining(name)
			.withMessageMatching(".* (has|have|must).* (0s?|1|1d|longer than nothing).*");
	}

	@Test
	void defaultsAreAllowed() {
		assertThat(bind(Map.of())).isNotNull();
	}

	private static ArchiveProperties bind(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate(PREFIX, ArchiveProperties.class);
	}

}
