package io.tgr.trending.discovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import io.tgr.common.github.GithubException;
import io.tgr.trending.github.SearchPage;
import io.tgr.trending.github.SearchQuery;

/**
 * Searches for one language after the other, one call at a time. Used by one thread at a
 * time.
 */
class SearchLane {

	private static final int FEW = 2;

	private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(30);

	private static final Log logger = LogFactory.getLog(SearchLane.class);

	private final Sweeps sweeps;

	private final CandidateFinder finder;

	private final Planner planner;

	private final HourLedger ledger;

	private final Pauses pauses;

	private final MeasuringAllowance allowance;

	private final DiscoveryProperties properties;

	private final DiscoveryMetrics metrics;

	private final Clock clock;

	private final Map<Scope, Deque<SearchQuery>> open = new HashMap<>();

	private final Set<SearchQuery> repeated = new HashSet<>();

	private final SearchRests rests = new SearchRests();

	private final Backoff backoff;

	SearchLane(Sweeps sweeps, CandidateFinder finder, Planner planner, HourLedger ledger, Pauses pauses,
			MeasuringAllowance allowance, DiscoveryProperties properties, DiscoveryMetrics metrics, Clock clock) {
		this.sweeps = sweeps;
		this.finder = finder;
		this.planner = planner;
		this.ledger = ledger;
		this.pauses = pauses;
		this.backoff = new Backoff(properties.retryAfterFailure(), LONGEST_BACKOFF);
		this.allowance = allowance;
		this.properties = properties;
		this.metrics = metrics;
		this.clock = clock;
	}

	/**
	 * Makes the next search.
	 * @return how long to rest before the one after it; never fails
	 */
	Mono<Duration> step() {
		Sweep sweep = next();
		if (sweep == null) {
			return Mono.just(this.properties.tick());
		}
		Deque<SearchQuery> queries = this.open.computeIfAbsent(sweep.scope(), (absent) -> begin(sweep));
		SearchQuery query = queries.getFirst();
		Instant start = this.clock.instant();
		PlanLane lane = lane(sweep);
		return this.finder.find(query)
			.doOnNext((page) -> this.ledger.spend(lane, 1))
			.map((page) -> succeeded(sweep, queries, query, page, start))
			.onErrorResume((failure) -> Mono.just(failed(sweep, queries, failure, start)));
	}

	private @Nullable Sweep next() {
		Instant now = this.clock.instant();
		HourPlan plan = this.planner.current();
		List<Sweep> due = this.sweeps.inOrder()
			.stream()
			.filter(this.planner::follows)
			.filter((sweep) -> this.sweeps.isPlanned(sweep) || this.allowance.isFor(sweep))
			.filter((sweep) -> !this.rests.isResting(sweep.scope(), now) && isDue(sweep, plan, now))
			.toList();
		List<Sweep> first = due.stream().filter((sweep) -> lane(sweep) == PlanLane.FIRST_SEARCHES).toList();
		tell(PlanLane.FIRST_SEARCHES, first);
		if (!first.isEmpty()) {
			tell(PlanLane.REPEATED_SEARCHES, due.stream().filter((sweep) -> !first.contains(sweep)).toList());
			return first.get(0);
		}
		Map<Sweep, Double> weights = this.sweeps.weights(due);
		List<Sweep> again = due.stream()
			.sorted(Comparator.comparingDouble((Sweep sweep) -> overdue(sweep, now) * weights.getOrDefault(sweep, 1.0))
				.reversed())
			.toList();
		tell(PlanLane.REPEATED_SEARCHES, again);
		return (again.isEmpty() || isSpent(plan)) ? null : again.get(0);
	}

	private boolean isSpent(HourPlan plan) {
		boolean spent = this.ledger.spent(PlanLane.REPEATED_SEARCHES) >= plan.budget().searchesPerHour();
		if (spent) {
			this.pauses.begin(Pauses.SEARCH, plan.to(), Pauses.SPENT);
		}
		return spent;
	}

	private void tell(PlanLane lane, List<Sweep> due) {
		int queries = due.size() * ((lane == PlanLane.FIRST_SEARCHES) ? 1 : this.properties.searchesPerInterval());
		this.ledger.due(lane, queries, (due.isEmpty()) ? null : due.get(0).scope().toString());
	}

	private static PlanLane lane(Sweep sweep) {
		return (sweep.searchedAt() == null) ? PlanLane.FIRST_SEARCHES : PlanLane.REPEATED_SEARCHES;
	}

	private static double overdue(Sweep sweep, Instant now) {
		Instant searchedAt = sweep.searchedAt();
		return (searchedAt != null) ? Duration.between(searchedAt, now).toSeconds() : Double.MAX_VALUE;
	}

	private static boolean isDue(Sweep sweep, HourPlan plan, Instant now) {
		Instant searchedAt = sweep.searchedAt();
		return searchedAt == null || !searchedAt.plus(plan.searchInterval()).isAfter(now);
	}

	private Deque<SearchQuery> begin(Sweep sweep) {
		SearchPage first = sweep.firstPage();
		if (sweep.searchedAt() == null) {
			logger.info("Sweep of " + sweep.scope() + " starts");
			return new ArrayDeque<>(List.of(SearchQuery.mostStarred(sweep.scope().language())));
		}
		return new ArrayDeque<>((first != null)
				? SweepPlan.again(sweep.scope(), today(), first, sweep.turns(), this.properties.searchesPerInterval())
				: List.of(SearchQuery.mostStarred(sweep.scope().language())));
	}

	private Duration succeeded(Sweep sweep, Deque<SearchQuery> queries, SearchQuery query, SearchPage page,
			Instant start) {
		queries.removeFirst();
		this.rests.succeeded(sweep.scope());
		this.backoff.succeeded();
		this.pauses.end(Pauses.SEARCH);
		sweep.unhindered(Obstacles.Work.SEARCHING);
		if (page.incomplete() && this.repeated.add(query)) {
			this.metrics.swept("incomplete");
			queries.addLast(query);
		}
		if (query.equals(SearchQuery.mostStarred(sweep.scope().language()))) {
			sweep.opened(page);
			if (sweep.searchedAt() == null) {
				queries.addAll(SweepPlan.rest(sweep.scope(), today(), page));
			}
		}
		if (queries.isEmpty()) {
			this.open.remove(sweep.scope());
			this.repeated.removeIf((done) -> Objects.equals(done.language(), sweep.scope().language()));
			sweep.searched(this.properties.newcomers());
			this.metrics.swept("searched");
		}
		return pace(start);
	}

	private Duration pace(Instant start) {
		Duration pace = Duration.ofMinutes(1).dividedBy(this.planner.current().budget().searchesPerMinute());
		Duration rest = pace.minus(Duration.between(start, this.clock.instant()));
		return (rest.isNegative()) ? Duration.ZERO : rest;
	}

	private Duration failed(Sweep sweep, Deque<SearchQuery> queries, Throwable failure, Instant start) {
		Instant now = this.clock.instant();
		sweep.hindered(Obstacles.Work.SEARCHING, Obstacle.of(failure));
		if (Obstacle.isQuota(failure)) {
			this.metrics.swept("refused");
			Instant retryAt = (failure instanceof GithubException refused) ? refused.retryAt() : null;
			Duration wait = Obstacle.wait(retryAt, now, this.properties.retryAfterFailure());
			this.pauses.begin(Pauses.SEARCH, (retryAt != null) ? retryAt : now.plus(wait), Obstacle.reason(failure));
			return wait;
		}
		this.metrics.swept("failed");
		this.ledger.spend(lane(sweep), 1);
		queries.addLast(queries.removeFirst());
		this.rests.failed(sweep.scope(), now);
		Duration wait = this.backoff.failed();
		if (this.backoff.failures() <= FEW) {
			return pace(start);
		}
		this.pauses.begin(Pauses.SEARCH, now.plus(wait), Obstacle.of(failure));
		return wait;
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
	}

}
