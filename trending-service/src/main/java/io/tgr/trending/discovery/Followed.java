package io.tgr.trending.discovery;

import java.util.List;

/**
 * How many languages are kept current, all languages together counted as one.
 *
 * @param all all of them
 * @param planned those of them that are followed whether asked for or not
 * @param unsearched those whose first searches are not over
 * @param unswept those whose first sweep is not over
 */
record Followed(int all, int planned, int unsearched, int unswept) {

	static final Followed NONE = new Followed(0, 0, 0, 0);

	static Followed of(List<Sweep> followed, Sweeps sweeps) {
		return new Followed(followed.size(), (int) followed.stream().filter(sweeps::isPlanned).count(),
				(int) followed.stream().filter((sweep) -> sweep.searchedAt() == null).count(),
				(int) followed.stream().filter((sweep) -> !sweep.isSwept()).count());
	}

	// Those that languages asked for by somebody share their measurements with are not
	// measured less deeply for it.
	int deep() {
		return Math.max(1, (this.planned > 0) ? this.planned : this.all);
	}

	boolean sameLanguages(Followed other) {
		return this.all == other.all && this.planned == other.planned;
	}

}
