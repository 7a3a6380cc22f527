package io.tgr.benchmarks.ranking;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RanksTests {

	@Test
	void agreeWithValuesThatFall() {
		assertThat(Ranks.correlation(new double[] { 9, 5, 1 })).isCloseTo(1, within(1e-9));
		assertThat(Ranks.correlation(new double[] { 1, 5, 9 })).isCloseTo(-1, within(1e-9));
		assertThat(Ranks.correlation(new double[] { 5, 9, 1 })).isCloseTo(0.5, within(1e-9));
	}

	@Test
	void equalValuesShareTheirRank() {
		assertThat(Ranks.correlation(new double[] { 2, 2, 1 })).isCloseTo(Math.sqrt(3) / 2, within(1e-9));
	}

	@Test
	void sayNothingOfTooFewOrEqualValues() {
		assertThat(Ranks.correlation(new double[] { 2, 1 })).isNaN();
		assertThat(Ranks.correlation(new double[] { 2, 2, 2 })).isNaN();
	}

}
