package io.tgr.cluster.pod;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class HumanDurationTests {

	@ParameterizedTest
	@CsvSource({ "PT-2S, <invalid>", "PT-1.999S, 0s", "PT-1S, 0s", "PT-0.5S, 0s", "PT0S, 0s", "PT0.999S, 0s",
			"PT1S, 1s", "PT1M30S, 90s", "PT1M59.9S, 119s", "PT2M, 2m", "PT2M1S, 2m1s", "PT5M30S, 5m30s",
			"PT9M59S, 9m59s", "PT10M, 10m", "PT10M59S, 10m", "PT170M, 170m", "PT2H59M59S, 179m", "PT3H, 3h",
			"PT3H25M, 3h25m", "PT3H0M59S, 3h", "PT7H59M, 7h59m", "PT8H, 8h", "PT8H59M, 8h", "PT47H59M, 47h",
			"PT48H, 2d", "P2DT3H, 2d3h", "P7DT23H, 7d23h", "P8D, 8d", "P8DT23H, 8d", "P400D, 400d", "P729DT23H, 729d",
			"P730D, 2y", "P731D, 2y1d", "P765D, 2y35d", "P2919D, 7y364d", "P2920D, 8y", "P3285D, 9y", "P36500D, 100y" })
	void writesADurationAsKubectlDoes(Duration duration, String written) {
		assertThat(HumanDuration.of(duration)).isEqualTo(written);
	}

}
