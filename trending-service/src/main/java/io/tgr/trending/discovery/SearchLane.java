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

	private static final Log logger = LogFactory.getLog(SearchLane.class);

	private final Sweeps sweeps;

	private final CandidateFinder finder;

	private final CoreQuota quota;

	private final MeasuringAllowance allowance;

	private final DiscoveryProperties properties;

	private final DiscoveryMetrics metrics;

	private final Clock clock;

	private final Map<Scope, Deque<SearchQuery>> open = new HashMap<>();

	private final Set<SearchQuery> repeated = new HashSet<>();

	private final SearchRests rests = new SearchRests();

	SearchLane(Sweeps sweeps, CandidateFinder finder, CoreQuota quota, MeasuringAllowance allowance,
			DiscoveryProperties properties, DiscoveryMetrics metrics, Clock clock) {
		this.sweeps = sweeps;
		this.finder = finder;
		this.quota = quota;
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
		return this.finder.find(query)
			.map((page) -> succeeded(sweep, queries, query, page, start))
			.onErrorResume((failure) -> Mono.just(failed(sweep, queries, failure, start)));
	}

	private @Nullable Sweep next() {
		Instant now = this.clock.instant();
		boolean onlyWhatIsAsked = this.quota.isSmall();
		return this.sweeps.inOrder()
			.stream()
			.filter((sweep) -> !onlyWhatIsAsked || this.sweeps.isOfInterest(sweep))
			.filter((sweep) -> this.sweeps.isPlanned(sweep) || this.allowance.isFor(sweep))
			.filter((sweep) -> !this.rests.isResting(sweep.scope(), now))
			.filter((sweep) -> isDue(sweep, now))
			.findFirst()
			.orElse(null);
	}

	private boolean isDue(Sweep sweep, Instant now) {
		Instant searchedAt = sweep.searchedAt();
		return searchedAt == null || !searchedAt.plus(this.properties.searchInterval()).isAfter(now);
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
		Duration pace = Duration.ofMinutes(1).dividedBy(this.properties.searchesPerMinute());
		Duration rest = pace.minus(Duration.between(start, this.clock.instant()));
		return (rest.isNegative()) ? Duration.ZERO : rest;
	}

	private Duration failed(Sweep sweep, Deque<SearchQuery> queries, Throwable failure, Instant start) {
		Instant now = this.clock.instant();
		sweep.hindered(Obstacles.Work.SEARCHING, Obstacle.of(failure));
		if (Obstacle.isQuota(failure)) {
			this.metrics.swept("refused");
			Instant retryAt = (failure instanceof GithubException refused) ? refused.retryAt() : null;
			return Obstacle.wait(retryAt, now, this.properties.retryAfterFailure());
		}
		this.metrics.swept("failed");
		queries.addLast(queries.removeFirst());
		this.rests.failed(sweep.scope(), now);
		return pace(start);
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
	}

}
