package io.tgr.benchmarks;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Stars of one repository at the end of each day, {@code -1} where nobody counted.
 *
 * @param language its language
 * @param stars one value a day, the newest last
 */
record StarSeries(@Nullable String language, int[] stars) {

	static StarSeries of(String[] cells, @Nullable String language) {
		int[] stars = new int[cells.length - 2];
		for (int i = 0; i < stars.length; i++) {
			stars[i] = cells[i + 2].isEmpty() ? -1 : Integer.parseInt(cells[i + 2]);
		}
		return new StarSeries(language, stars);
	}

	StarSeries before(int daysBack) {
		return new StarSeries(this.language, Arrays.copyOf(this.stars, this.stars.length - daysBack));
	}

	boolean knows(int days) {
		return this.stars[this.stars.length - 1] >= 0 && this.stars[this.stars.length - 1 - days] >= 0;
	}

	int gained(int days) {
		int last = this.stars.length - 1;
		int lowest = this.stars[last];
		for (int day = last - days; day < last; day++) {
			lowest = (this.stars[day] >= 0) ? Math.min(lowest, this.stars[day]) : lowest;
		}
		return this.stars[last] - lowest;
	}

}
