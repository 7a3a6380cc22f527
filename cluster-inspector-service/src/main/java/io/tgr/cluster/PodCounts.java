package io.tgr.cluster;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

import org.jspecify.annotations.Nullable;

import io.tgr.cluster.PodSummary.Count;
import io.tgr.cluster.PodSummary.Counts;
import io.tgr.cluster.PodSummary.Restarter;
import io.tgr.cluster.access.View;
import io.tgr.cluster.pod.Owner;
import io.tgr.cluster.pod.PodRow;
import io.tgr.cluster.row.VisibleParts;
import io.tgr.cluster.watch.FreshnessReport;

/**
 * Counts pods, each once.
 */
final class PodCounts {

	private static final Comparator<PodRow> MOST_RESTARTED = Comparator
		.comparingInt((PodRow row) -> -row.state().restarts())
		.thenComparing(PodRow::key);

	private static final Comparator<Count> LARGEST = Comparator.comparingInt((Count count) -> -count.pods())
		.thenComparing(Count::name, Comparator.nullsLast(Comparator.naturalOrder()))
		.thenComparing(Count::namespace, Comparator.nullsLast(Comparator.naturalOrder()));

	private final Map<Group, int[]> statuses = new HashMap<>();

	private final Map<Group, int[]> namespaces = new HashMap<>();

	private final Map<Group, int[]> nodes = new HashMap<>();

	private final Map<Group, int[]> owners = new HashMap<>();

	private final PriorityQueue<PodRow> restarters = new PriorityQueue<>(MOST_RESTARTED.reversed());

	private final int top;

	private int total;

	private int unhealthy;

	private long restarts;

	PodCounts(int top) {
		this.top = top;
	}

	void add(PodRow row, @Nullable Owner owner) {
		boolean healthy = row.healthy();
		this.total++;
		this.unhealthy += (healthy) ? 0 : 1;
		this.restarts += row.state().restarts();
		count(this.statuses, new Group(null, row.state().status()), healthy);
		count(this.namespaces, new Group(null, row.key().namespace()), healthy);
		count(this.nodes, new Group(null, row.placement().node()), healthy);
		count(this.owners, (owner != null) ? new Group(row.key().namespace(), owner.kind() + "/" + owner.name())
				: new Group(null, null), healthy);
		if (row.state().restarts() > 0) {
			this.restarters.add(row);
			if (this.restarters.size() > this.top) {
				this.restarters.remove();
			}
		}
	}

	PodSummary summary(View view, FreshnessReport report) {
		return new PodSummary(PodsAnswer.millis(report.asOf()), report.stale(),
				PodScope.of(view, report, VisibleParts.NONE), this.total, this.unhealthy, this.restarts,
				counts(this.statuses), counts(this.namespaces), counts(this.nodes), counts(this.owners),
				this.restarters.stream().sorted(MOST_RESTARTED).map(PodCounts::restarter).toList());
	}

	private static void count(Map<Group, int[]> counts, Group group, boolean healthy) {
		int[] count = counts.computeIfAbsent(group, (key) -> new int[2]);
		count[0]++;
		count[1] += (healthy) ? 0 : 1;
	}

	private Counts counts(Map<Group, int[]> counts) {
		List<Count> items = counts.entrySet()
			.stream()
			.map((entry) -> new Count(entry.getKey().namespace(), entry.getKey().name(), entry.getValue()[0],
					entry.getValue()[1]))
			.sorted(LARGEST)
			.limit(this.top)
			.toList();
		return new Counts(items, this.total - items.stream().mapToInt(Count::pods).sum());
	}

	private static Restarter restarter(PodRow row) {
		return new Restarter(row.key().namespace(), row.key().name(), row.state().status(), row.state().restarts(),
				row.state().restartedAt());
	}

	/**
	 * What pods have in common.
	 *
	 * @param namespace where, if the name alone does not say it
	 * @param name what
	 */
	private record Group(@Nullable String namespace, @Nullable String name) {

	}

}
