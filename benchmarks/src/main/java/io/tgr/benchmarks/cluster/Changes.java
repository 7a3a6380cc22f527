package io.tgr.benchmarks.cluster;

import java.util.Map;

/**
 * Changes that the API server took.
 *
 * @param writtenAt when each was there, in nanoseconds, by the number that marks it
 * @param seconds how long it took to write them
 */
record Changes(Map<Integer, Long> writtenAt, double seconds) {

	int count() {
		return this.writtenAt.size();
	}

	double rate() {
		return count() / this.seconds;
	}

}
