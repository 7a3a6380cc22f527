package io.tgr.cluster;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.tgr.cluster.watch.Staleness;

/**
 * The answer of {@code GET /pods/summary}.
 *
 * @param asOf the moment up to which the figures are known to be the cluster's
 * @param stale why they may lag behind, {@code null} if they do not
 * @param scope what the answer covers
 * @param total how many pods there are
 * @param unhealthy how many of them are not as they should be
 * @param restarts how often containers were restarted, all together
 * @param byStatus how many there are of each word of the STATUS column
 * @param byNamespace how many there are in each namespace
 * @param byNode how many there are on each node; without a name: on none yet
 * @param byOwner how many belong to each owner; without a name: to nobody
 * @param topRestarters the pods that were restarted most
 */
record PodSummary(@Nullable Instant asOf, @Nullable Staleness stale, PodScope scope, int total, int unhealthy,
		long restarts, Counts byStatus, Counts byNamespace, Counts byNode, Counts byOwner,
		List<Restarter> topRestarters) {

	/**
	 * Counts of one kind, the largest first.
	 *
	 * @param items the largest
	 * @param others how many pods are counted in none of them
	 */
	record Counts(List<Count> items, int others) {

	}

	/**
	 * A count of pods.
	 *
	 * @param namespace the namespace of an owner, else {@code null}
	 * @param name what they have in common; an owner is told as {@code Deployment/web}
	 * @param pods how many there are
	 * @param unhealthy how many of them are not as they should be
	 */
	record Count(@Nullable String namespace, @Nullable String name, int pods, int unhealthy) {

	}

	/**
	 * A pod that was restarted.
	 *
	 * @param namespace the namespace
	 * @param name the name
	 * @param status the STATUS column
	 * @param restarts how often its containers were restarted
	 * @param restartedAt when that was the last time
	 */
	record Restarter(String namespace, String name, String status, int restarts, @Nullable Instant restartedAt) {

	}

}
