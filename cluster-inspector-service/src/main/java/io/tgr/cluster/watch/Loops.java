package io.tgr.cluster.watch;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;
import reactor.core.scheduler.Scheduler;

import io.tgr.cluster.kubernetes.Kind;
import io.tgr.cluster.kubernetes.KubernetesLists;
import io.tgr.cluster.kubernetes.KubernetesWatches;

/**
 * Knows where to list and watch what, and where to keep it.
 */
@Component
final class Loops {

	private final KubernetesLists lists;

	private final ListTurns turns;

	private final KubernetesWatches watches;

	private final Signs signs;

	private final WatchMetrics metrics;

	private final Scheduler scheduler;

	private final Clock clock;

	Loops(KubernetesLists lists, ListTurns turns, KubernetesWatches watches, Signs signs, WatchMetrics metrics,
			Scheduler clusterWatchScheduler, Clock clock) {
		this.lists = lists;
		this.turns = turns;
		this.watches = watches;
		this.signs = signs;
		this.metrics = metrics;
		this.scheduler = clusterWatchScheduler;
		this.clock = clock;
	}

	List<KindLoops<?>> all(PodCache pods, Freshness freshness, Owners owners, Warnings warnings) {
		return List.of(loops(new WatchedKind<>(Kind.PODS, new PodKeeper(pods), freshness.pods())),
				loops(kept(Kind.REPLICA_SETS, new OwnerKeeper(owners, "ReplicaSet"))),
				loops(kept(Kind.JOBS, new OwnerKeeper(owners, "Job"))),
				loops(kept(Kind.WARNINGS, new WarningKeeper(warnings))));
	}

	private static <R> WatchedKind<R> kept(Kind<R> kind, Keeper<R> keeper) {
		return new WatchedKind<>(kind, keeper, new ConcurrentHashMap<>());
	}

	private <R> KindLoops<R> loops(WatchedKind<R> watched) {
		this.metrics.follow(watched);
		return new KindLoops<>(watched,
				(scope) -> new KubernetesSource<>(watched.kind(), scope, this.lists, this.turns, this.watches),
				this.signs, this.scheduler, this.clock);
	}

}
