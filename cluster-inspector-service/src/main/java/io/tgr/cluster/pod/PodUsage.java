package io.tgr.cluster.pod;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a pod uses, by metrics.k8s.io.
 *
 * @param measuredAt the end of the window that was measured
 * @param containers each container's share, by its name
 */
public record PodUsage(Instant measuredAt, Map<String, Resources> containers) {

	/**
	 * All containers together.
	 * @return the sums
	 */
	public Resources total() {
		return new Resources(this.containers.values().stream().mapToLong((used) -> orZero(used.cpuMillis())).sum(),
				this.containers.values().stream().mapToLong((used) -> orZero(used.memoryBytes())).sum());
	}

	private static long orZero(@Nullable Long figure) {
		return (figure != null) ? figure : 0;
	}

}
