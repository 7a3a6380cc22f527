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
		Collection<WatchState> states = this.pods.values();
		boolean listed = states.stream().anyMatch(WatchState::listed) && states.stream().allMatch(WatchState::settled);
		Instant asOf = states.stream()
			.map(WatchState::heardAt)
			.filter(Objects::nonNull)
			.min(Comparator.naturalOrder())
			.orElse(null);
		return new FreshnessReport(listed, (listed) ? asOf : null, worst(states), namespaces(), this.missing);
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
