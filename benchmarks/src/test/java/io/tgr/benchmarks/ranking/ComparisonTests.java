package io.tgr.benchmarks.ranking;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ComparisonTests {

	@Test
	void beatsWhenNearlyEveryDayIsBetter() {
		Comparison comparison = Comparison.of(Collections.nCopies(18, new double[] { 0.2, -0.1, Double.NaN, 0 }));
		assertThat(comparison.mean()).isCloseTo(0.1 / 3, within(1e-9));
		assertThat(comparison.better()).isEqualTo(18);
		assertThat(comparison.worse()).isEqualTo(18);
		assertThat(comparison.beats()).isTrue();
	}

	@Test
	void doesNotBeatWhenOneDayMakesTheDifference() {
		Comparison comparison = Comparison
			.of(List.of(new double[] { 0.9 }, new double[] { -0.1 }, new double[] { -0.1 }, new double[] { -0.1 }));
		assertThat(comparison.mean()).isPositive();
		assertThat(comparison.beats()).isFalse();
	}

	@Test
	void isTheSameEachTime() {
		List<double[]> days = List.of(new double[] { 0.3, 0.1 }, new double[] { -0.2 }, new double[] { 0.1 });
		assertThat(Comparison.of(days)).isEqualTo(Comparison.of(days));
	}

}
