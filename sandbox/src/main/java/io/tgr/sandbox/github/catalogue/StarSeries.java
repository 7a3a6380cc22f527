package io.tgr.sandbox.github.catalogue;

/**
 * The stars of one repository at the end of each day, in days since the epoch.
 * <p>
 * Before the first known day they are spread evenly from the day of creation; after the
 * last one they stay: no star is invented.
 */
final class StarSeries {

	private final int created;

	private final int first;

	private final int[] values;

	StarSeries(int created, int first, int[] values) {
		this.created = Math.min(created, first);
		this.first = first;
		this.values = values;
	}

	int created() {
		return this.created;
	}

	// The count at the end of a day: stars withdrawn later are still in it.
	int at(int day) {
		if (day < this.created) {
			return 0;
		}
		if (day < this.first) {
			return (int) ((long) this.values[0] * (day - this.created + 1) / (this.first - this.created + 1));
		}
		return this.values[Math.min(day - this.first, this.values.length - 1)];
	}

	// The stars of each day from creation to the present day that are still there:
	// never negative, and their sum is the present count.
	int[] survivors(int today) {
		int[] gained = new int[today - this.created + 1];
		int surviving = at(today);
		for (int day = today; day >= this.created; day--) {
			int before = Math.min(surviving, at(day - 1));
			gained[day - this.created] = surviving - before;
			surviving = before;
		}
		return gained;
	}

}
