package io.tgr.sandbox.github.catalogue;

/**
 * A piece of a repository's stars at the end of each day, the days between two known ones
 * filled in a straight line.
 *
 * @param first the first known day, in days since the epoch
 * @param values one value a day
 */
record KnownStars(int first, int[] values) {

	static KnownStars single(int day, int stars) {
		return new KnownStars(day, new int[] { stars });
	}

	int last() {
		return this.first + this.values.length - 1;
	}

	int firstValue() {
		return this.values[0];
	}

	int lastValue() {
		return this.values[this.values.length - 1];
	}

	/** This piece, then a later one (of the same repository under its next name). */
	KnownStars then(KnownStars later) {
		int[] joined = new int[later.last() - this.first + 1];
		System.arraycopy(this.values, 0, joined, 0, this.values.length);
		System.arraycopy(later.values, 0, joined, later.first - this.first, later.values.length);
		fill(joined, this.values.length - 1, later.first - this.first);
		return new KnownStars(this.first, joined);
	}

	static void fill(int[] values, int from, int to) {
		for (int index = from + 1; index < to; index++) {
			values[index] = (int) (values[from] + ((long) values[to] - values[from]) * (index - from) / (to - from));
		}
	}

}
