package io.tgr.sandbox.github.catalogue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StarSeriesTests {

	@Test
	void spreadsWhatCameBeforeTheFirstKnownDayFromTheCreation() {
		StarSeries series = new StarSeries(100, 104, new int[] { 50, 60 });
		assertThat(series.at(99)).isZero();
		assertThat(series.at(100)).isEqualTo(10);
		assertThat(series.at(103)).isEqualTo(40);
		assertThat(series.at(104)).isEqualTo(50);
	}

	@Test
	void inventsNoStarAfterTheLastKnownDay() {
		StarSeries series = new StarSeries(100, 104, new int[] { 50, 60 });
		assertThat(series.at(105)).isEqualTo(60);
		assertThat(series.at(500)).isEqualTo(60);
	}

	@Test
	void daysAddUpToThePresentCount() {
		StarSeries series = new StarSeries(100, 104, new int[] { 50, 60, 70, 75 });
		assertThat(series.survivors(106)).containsExactly(10, 10, 10, 10, 10, 10, 10);
		assertThat(Arrays.stream(series.survivors(120)).sum()).isEqualTo(75);
	}

	@Test
	void starsWithdrawnLaterDoNotCountOnTheDayTheyWereGiven() {
		StarSeries series = new StarSeries(100, 100, new int[] { 10, 30, 25, 27 });
		assertThat(series.survivors(103)).containsExactly(10, 15, 0, 2);
		assertThat(series.survivors(101)).containsExactly(10, 20);
	}

	@Test
	void noDayIsNegativeHoweverDeepTheFall() {
		StarSeries series = new StarSeries(100, 102, new int[] { 900, 20, 21 });
		assertThat(series.survivors(104)).containsExactly(20, 0, 0, 0, 1);
	}

	@Test
	void fillsGapsInAStraightLine() {
		int[] values = { 10, 0, 0, 40 };
		KnownStars.fill(values, 0, 3);
		assertThat(values).containsExactly(10, 20, 30, 40);
	}

	@Test
	void joinsTheSeriesOfTwoNames() {
		KnownStars joined = new KnownStars(10, new int[] { 1, 3 }).then(new KnownStars(13, new int[] { 7, 8 }));
		assertThat(joined.first()).isEqualTo(10);
		assertThat(joined.values()).containsExactly(1, 3, 5, 7, 8);
	}

}
