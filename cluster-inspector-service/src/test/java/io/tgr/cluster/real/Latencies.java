package io.tgr.cluster.real;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How much later changes came through the service than through a watch of one's own.
 *
 * @param sorted the differences in milliseconds, the least first
 */
record Latencies(List<Double> sorted) {

	/**
	 * Compares two tellings of the same story.
	 * @param direct what a watch told, by pod
	 * @param through what a stream told, by pod
	 * @return the differences
	 */
	static Latencies of(Map<String, List<Step>> direct, Map<String, List<Step>> through) {
		return new Latencies(direct.entrySet().stream().flatMap((pod) -> {
			List<Step> told = through.get(pod.getKey());
			return IntStream.range(0, told.size())
				.mapToObj((i) -> (told.get(i).at() - pod.getValue().get(i).at()) / 1e6);
		}).sorted().toList());
	}

	double worst() {
		return this.sorted.get(this.sorted.size() - 1);
	}

	private double quantile(double part) {
		return this.sorted.get((int) Math.ceil(part * this.sorted.size()) - 1);
	}

	@Override
	public String toString() {
		return "%d changes: median %.1f ms, p99 %.1f ms, worst %.1f ms after a watch of one's own"
			.formatted(this.sorted.size(), quantile(0.5), quantile(0.99), worst());
	}

}
