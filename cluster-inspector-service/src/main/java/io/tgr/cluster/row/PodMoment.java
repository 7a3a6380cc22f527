package io.tgr.cluster.row;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.tgr.cluster.pod.Owner;
import io.tgr.cluster.pod.PodUsage;
import io.tgr.cluster.pod.Warning;

/**
 * What is said of a pod that its row does not hold, since it depends on the time or on
 * who asks, or comes from elsewhere.
 *
 * @param restartsText the RESTARTS column
 * @param age the AGE column
 * @param owner what stands behind its controller
 * @param usage what it uses
 * @param warnings the newest warning events about it
 */
record PodMoment(String restartsText, String age, @Nullable Owner owner, @Nullable PodUsage usage,
		List<Warning> warnings) {

	/**
	 * Nothing is said yet.
	 */
	static final PodMoment NONE = new PodMoment("", "", null, null, List.of());

}
