package io.tgr.trending.discovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

import org.jspecify.annotations.Nullable;

/**
 * All sweeps: those made unasked, and those somebody asked for.
 */
class Sweeps {

	private final Map<Scope, Sweep> byScope = new ConcurrentHashMap<>();

	private final ConcurrentLinkedDeque<Scope> urgent = new ConcurrentLinkedDeque<>();

	private final List<Scope> planned;

	private final Clock clock;

	private final Duration interest;

	Sweeps(Collection<Scope> planned, Duration interest, Clock clock) {
		this.planned = List.copyOf(planned);
		this.interest = interest;
		this.clock = clock;
	}

	Sweep of(Scope scope) {
		return this.byScope.computeIfAbsent(scope, (absent) -> new Sweep(absent, this.clock));
	}

	@Nullable Sweep known(Scope scope) {
		return this.byScope.get(scope);
	}

	List<Sweep> all() {
		return List.copyOf(this.byScope.values());
	}

	void hurry(Scope scope) {
		this.urgent.remove(scope);
		this.urgent.addFirst(scope);
	}

	/**
	 * All sweeps in the order of their turn.
	 * @return urgent ones, planned ones, then whatever else was asked for lately
	 */
	List<Sweep> inOrder() {
		this.urgent.removeIf((scope) -> of(scope).isSwept() || !isOfInterest(of(scope)));
		Set<Scope> scopes = new LinkedHashSet<>(this.urgent);
		scopes.addAll(this.planned);
		this.byScope.values().stream().filter(this::isOfInterest).map(Sweep::scope).forEach(scopes::add);
		List<Sweep> sweeps = new ArrayList<>(scopes.size());
		scopes.forEach((scope) -> sweeps.add(of(scope)));
		return sweeps;
	}

	/**
	 * How much sooner than others each has its turn, by how often it is asked for.
	 * @param sweeps some sweeps
	 * @return a number between 1 and 3 for each
	 */
	Map<Sweep, Double> weights(Collection<Sweep> sweeps) {
		Instant now = this.clock.instant();
		double mean = sweeps.stream().mapToDouble((sweep) -> sweep.demand(now)).average().orElse(0);
		Map<Sweep, Double> weights = new IdentityHashMap<>();
		sweeps.forEach((sweep) -> weights.put(sweep, Demand.weight(sweep.demand(now), mean)));
		return weights;
	}

	boolean isOfInterest(Sweep sweep) {
		return sweep.askedSince(this.clock.instant().minus(this.interest));
	}

	boolean isUrgent(Sweep sweep) {
		return this.urgent.contains(sweep.scope());
	}

	boolean isPlanned(Sweep sweep) {
		return this.planned.contains(sweep.scope());
	}

	List<Sweep> planned() {
		return this.planned.stream().map(this::of).toList();
	}

}
