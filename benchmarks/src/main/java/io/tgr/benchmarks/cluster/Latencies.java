package io.tgr.benchmarks.cluster;

import java.io.IOException;
import java.util.Arrays;

/**
 * How long something took, each time.
 */
final class Latencies {

	private final double[] millis;

	Latencies(double[] millis) {
		this.millis = millis.clone();
		Arrays.sort(this.millis);
	}

	static Latencies of(int rounds, Call call) throws IOException, InterruptedException {
		double[] millis = new double[rounds];
		for (int round = 0; round < rounds; round++) {
			long started = System.nanoTime();
			call.run();
			millis[round] = (System.nanoTime() - started) / 1e6;
		}
		return new Latencies(millis);
	}

	int count() {
		return this.millis.length;
	}

	double median() {
		return quantile(0.5);
	}

	double p99() {
		return quantile(0.99);
	}

	double worst() {
		return quantile(1);
	}

	private double quantile(double share) {
		int index = (int) Math.ceil(share * this.millis.length) - 1;
		return (this.millis.length > 0) ? this.millis[Math.max(0, index)] : Double.NaN;
	}

	/**
	 * Something that takes time.
	 */
	interface Call {

		void run() throws IOException, InterruptedException;

	}

}
