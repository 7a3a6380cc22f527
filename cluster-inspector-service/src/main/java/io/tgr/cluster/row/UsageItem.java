package io.tgr.cluster.row;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.tgr.cluster.pod.PodUsage;
import io.tgr.cluster.pod.Resources;

/**
 * What a pod uses.
 *
 * @param cpuMillis thousandths of a processor
 * @param memoryBytes bytes
 * @param measuredAt when it was measured
 */
public record UsageItem(@Nullable Long cpuMillis, @Nullable Long memoryBytes, Instant measuredAt) {

	static @Nullable UsageItem of(@Nullable PodUsage usage) {
		if (usage == null) {
			return null;
		}
		Resources total = usage.total();
		return new UsageItem(total.cpuMillis(), total.memoryBytes(), usage.measuredAt());
	}

}
