package io.tgr.sandbox.cluster.api;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AgeTests {

	@ParameterizedTest
	@CsvSource({ "-PT5S, <invalid>", "-PT1S, 0s", "PT119S, 119s", "PT2M, 2m", "PT5M30S, 5m30s", "PT179M, 179m",
			"PT3H25M, 3h25m", "PT47H, 47h", "PT51H, 2d3h", "P400D, 400d", "P765D, 2y35d", "P3300D, 9y" })
	void isPrintedAsKubectlDoes(Duration age, String expected) {
		Instant now = Instant.parse("2026-11-22T12:00:00Z");
		assertThat(Age.between(now.minus(age), now)).isEqualTo(expected);
	}

}
