package io.tgr.trending.ranking;

/**
 * One term of a score.
 *
 * @param name what it looks at
 * @param value what it found, from 0 to 1, to four places
 * @param weight what a 1 is worth; negative for a suspicion
 */
public record Term(String name, double value, double weight) {

	static Term of(String name, double value, double weight) {
		return new Term(name, Math.round(Math.min(1, Math.max(0, value)) * 10_000) / 10_000.0, weight);
	}

	double points() {
		return this.value * this.weight;
	}

	boolean suspicious() {
		return this.weight < 0 && this.value > 0;
	}

}
