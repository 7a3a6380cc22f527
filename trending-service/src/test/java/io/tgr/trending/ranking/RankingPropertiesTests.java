package io.tgr.trending.ranking;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RankingPropertiesTests {

	private static final String PREFIX = "tgr.trending.ranking";

	@ParameterizedTest
	@CsvSource({ "max-lag,-1s", "keep,-1s", "replay-lag,-1s", "max-rows,-1", "max-replay-rows,-1", "threads,0" })
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

	private static RankingProperties bind(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate(PREFIX, RankingProperties.class);
	}

}
