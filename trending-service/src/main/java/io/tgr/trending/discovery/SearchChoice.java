package io.tgr.trending.discovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Chooses which scope is searched next: those never searched first, then those longest
 * overdue, sooner the more they are asked for. Used by one thread at a time.
 */
class SearchChoice {

	private final Sweeps sweeps;

	private final Planner planner;

	private final HourLedger ledger;

	private final Pauses pauses;

	private final MeasuringAllowance allowance;

	private final DiscoveryProperties properties;

	private final Clock clock;

	SearchChoice(Sweeps sweeps, Planner planner, HourLedger ledger, Pauses pauses, MeasuringAllowance allowance,
			DiscoveryProperties properties, Clock clock) {
		this.sweeps = sweeps;
		this.planner = planner;
		this.ledger = ledger;
		this.pauses = pauses;
		this.allowance = allowance;
		this.properties = properties;
		this.clock = clock;
	}

	static PlanLane lane(Sweep sweep) {
		return (sweep.searchedAt() == null) ? PlanLane.FIRST_SEARCHES : PlanLane.REPEATED_SEARCHES;
	}

	/**
	 * Chooses.
	 * @param rests scopes that rest
	 * @return the sweep of the scope, {@code null} if nothing is due or affordable
	 */
	@Nullable Sweep next(SearchRests rests) {
		Instant now = this.clock.instant();
		HourPlan plan = this.planner.current();
		List<Sweep> due = this.sweeps.inOrder()
			.stream()
			.filter(this.planner::follows)
			.filter((sweep) -> this.sweeps.isPlanned(sweep) || this.allowance.isFor(sweep))
			.filter((sweep) -> !rests.isResting(sweep.scope(), now) && isDue(sweep, plan, now))
			.toList();
		List<Sweep> first = due.stream().filter((sweep) -> lane(sweep) == PlanLane.FIRST_SEARCHES).toList();
		List<Sweep> again = mostOverdueFirst(due.stream().filter((sweep) -> !first.contains(sweep)).toList(), now);
		tell(PlanLane.FIRST_SEARCHES, first, 1);
		tell(PlanLane.REPEATED_SEARCHES, again, this.properties.searchesPerInterval());
		if (!first.isEmpty()) {
			return first.get(0);
		}
		return (again.isEmpty() || isSpent(plan)) ? null : again.get(0);
	}

	private List<Sweep> mostOverdueFirst(List<Sweep> due, Instant now) {
		if (due.size() < 2) {
			return due;
		}
		Map<Sweep, Double> weights = this.sweeps.weights(due);
		return due.stream()
			.sorted(Comparator.comparingDouble((Sweep sweep) -> overdue(sweep, now) * weights.getOrDefault(sweep, 1.0))
				.reversed())
			.toList();
	}

	private boolean isSpent(HourPlan plan) {
		boolean spent = this.ledger.spent(PlanLane.REPEATED_SEARCHES) >= plan.budget().searchesPerHour();
		if (spent) {
			this.pauses.begin(Pauses.SEARCH, plan.to(), Pauses.SPENT);
		}
		return spent;
	}

	private void tell(PlanLane lane, List<Sweep> due, int searches) {
		this.ledger.due(lane, due.size() * searches, (due.isEmpty()) ? null : due.get(0).scope().toString());
	}

	private static double overdue(Sweep sweep, Instant now) {
		Instant searchedAt = sweep.searchedAt();
		return (searchedAt != null) ? Duration.between(searchedAt, now).toSeconds() : Double.MAX_VALUE;
	}

	private static boolean isDue(Sweep sweep, HourPlan plan, Instant now) {
		Instant searchedAt = sweep.searchedAt();
		return searchedAt == null || !searchedAt.plus(plan.searchInterval()).isAfter(now);
	}

}
