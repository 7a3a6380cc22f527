package io.tgr.cluster.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.tgr.cluster.kubernetes.KubernetesException;
import io.tgr.cluster.kubernetes.Right;

/**
 * Tells how much the rows can be trusted.
 */
@Component
public final class Freshness {

	private final Map<Scope, WatchState> pods = new ConcurrentHashMap<>();

	private final Clock clock;

	private final Duration silence;

	private final WatchState rights;

	private volatile List<Right> missing = List.of();

	Freshness(WatchProperties properties, Clock clock) {
		this.clock = clock;
		this.silence = properties.staleAfter();
		this.rights = new WatchState(clock.instant());
	}

	/**
	 * How much all rows together can be trusted: as much as the worst of them.
	 * @return the report
	 */
	public FreshnessReport report() {
		return report(null);
	}

	/**
	 * How much the rows of some namespaces can be trusted, without a word of others.
	 * @param seen the namespaces, {@code null} for all
	 * @return the report
	 */
	public FreshnessReport report(@Nullable Set<String> seen) {
		Collection<WatchState> all = this.pods.values();
		boolean listed = all.stream().anyMatch(WatchState::listed) && all.stream().allMatch(WatchState::settled);
		Collection<WatchState> states = this.pods.entrySet()
			.stream()
			.filter((entry) -> concerns(seen, entry.getKey().namespace()))
			.map(Map.Entry::getValue)
			.toList();
		Instant asOf = states.stream()
			.map(WatchState::heardAt)
			.filter(Objects::nonNull)
			.min(Comparator.naturalOrder())
			.orElse(null);
		List<Right> missed = this.missing.stream().filter((right) -> concerns(seen, right.namespace())).toList();
		return new FreshnessReport(listed, (listed) ? asOf : null, worst(states), namespaces(), missed);
	}

	/**
	 * Why the rows of one namespace may lag behind.
	 * @param namespace the namespace
	 * @return the reason, {@code null} if they do not
	 */
	public @Nullable Staleness stale(String namespace) {
		return worst(this.pods.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().covers(namespace))
			.map(Map.Entry::getValue)
			.toList());
	}

	Map<Scope, WatchState> pods() {
		return this.pods;
	}

	void missing(List<Right> rights) {
		this.missing = rights;
		this.rights.heard(this.clock.instant());
	}

	boolean rightsUnknown(KubernetesException failure) {
		return this.rights.lost(failure, this.clock.instant());
	}

	/**
	 * Whether there is something to tell: rows, or why there are none.
	 * @return {@code false} at first
	 */
	boolean settled() {
		return this.pods.isEmpty() ? this.rights.settled() : this.pods.values().stream().allMatch(WatchState::settled);
	}

	// What we may is asked on its own: it says nothing of rows that are watched.
	private @Nullable Staleness worst(Collection<WatchState> states) {
		if (this.pods.isEmpty()) {
			return this.rights.lost();
		}
		Instant now = this.clock.instant();
		return states.stream()
			.map((state) -> state.staleness(now, this.silence))
			.filter(Objects::nonNull)
			.min(Comparator.comparing(Staleness::since))
			.orElse(null);
	}

	private static boolean concerns(@Nullable Set<String> seen, @Nullable String namespace) {
		return seen == null || namespace == null || seen.contains(namespace);
	}

	private @Nullable Set<String> namespaces() {
		Set<String> names = new TreeSet<>();
		for (Scope scope : this.pods.keySet()) {
			if (scope.namespace() == null) {
				return null;
			}
			names.add(scope.namespace());
		}
		return names;
	}

}
