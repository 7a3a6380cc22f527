package io.tgr.trending.discovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
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

	private final SearchChoice choice;

	private final CandidateFinder finder;

	private final Planner planner;

	private final HourLedger ledger;

	private final Pauses pauses;

	private final DiscoveryProperties properties;

	private final DiscoveryMetrics metrics;

	private final Clock clock;

	private final Map<Scope, Deque<SearchQuery>> open = new HashMap<>();

	private final Set<SearchQuery> repeated = new HashSet<>();

	private final SearchRests rests = new SearchRests();

	private final Backoff backoff;

	SearchLane(SearchChoice choice, CandidateFinder finder, Planner planner, HourLedger ledger, Pauses pauses,
			DiscoveryProperties properties, DiscoveryMetrics metrics, Clock clock) {
		this.choice = choice;
		this.finder = finder;
		this.planner = planner;
		this.ledger = ledger;
		this.pauses = pauses;
		this.backoff = new Backoff(properties.retryAfterFailure(), LONGEST_BACKOFF);
		this.properties = properties;
		this.metrics = metrics;
		this.clock = clock;
	}

	/**
	 * Makes the next search.
	 * @return how long to rest before the one after it; never fails
	 */
	Mono<Duration> step() {
		Sweep sweep = this.choice.next(this.rests);
		if (sweep == null) {
			return Mono.just(this.properties.tick());
		}
		Deque<SearchQuery> queries = this.open.computeIfAbsent(sweep.scope(), (absent) -> begin(sweep));
		SearchQuery query = queries.getFirst();
		Instant start = this.clock.instant();
		PlanLane lane = SearchChoice.lane(sweep);
		return this.finder.find(query)
			.doOnNext((page) -> this.ledger.spend(lane, 1))
			.map((page) -> succeeded(sweep, queries, query, page, start))
			.onErrorResume((failure) -> Mono.just(failed(sweep, queries, failure, start)));
	}

	private Deque<SearchQuery> begin(Sweep sweep) {
		FirstPage first = sweep.firstPage();
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
				queries.addAll(SweepPlan.rest(sweep.scope(), today(), FirstPage.of(page)));
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
		this.ledger.spend(SearchChoice.lane(sweep), 1);
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
