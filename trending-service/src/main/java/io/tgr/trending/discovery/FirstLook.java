package io.tgr.trending.discovery;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;
import reactor.core.scheduler.Scheduler;

import io.tgr.common.github.GithubBudget;
import io.tgr.common.github.GithubException;
import io.tgr.common.github.GithubFailure;
import io.tgr.common.github.RateLimitBucket;
import io.tgr.trending.github.SearchPage;
import io.tgr.trending.github.SearchQuery;

/**
 * A first look at a scope nobody asked for before: a few searches side by side, then the
 * most promising repositories measured, all of it bounded.
 */
class FirstLook {

	private static final int LEAST = 8;

	private static final int AMPLE_SEARCHES = 12;

	private static final int FEW_SEARCHES = 4;

	private final CandidateFinder finder;

	private final Prospects prospects;

	private final Measurer measurer;

	private final CoreQuota quota;

	private final GithubBudget budget;

	private final LiveRunProperties properties;

	private final Scheduler scheduler;

	private final Clock clock;

	FirstLook(CandidateFinder finder, Prospects prospects, Measurer measurer, CoreQuota quota, GithubBudget budget,
			LiveRunProperties properties, Scheduler scheduler, Clock clock) {
		this.finder = finder;
		this.prospects = prospects;
		this.measurer = measurer;
		this.quota = quota;
		this.budget = budget;
		this.properties = properties;
		this.scheduler = scheduler;
		this.clock = clock;
	}

	/**
	 * Looks.
	 * @param sweep the sweep of a scope
	 * @return completes when the pool holds what could be had in time; fails with a
	 * {@link GithubException} when that is nothing
	 */
	Mono<Void> at(Sweep sweep) {
		return search(sweep).and(this.quota.refresh())
			.publishOn(this.scheduler)
			.then(Mono.defer(() -> measure(sweep)))
			.timeout(this.properties.timeout(), Mono.defer(() -> late(sweep)), this.scheduler);
	}

	// What has come so far is an answer; nothing is a failure.
	private Mono<Void> late(Sweep sweep) {
		if (this.prospects.knowsNothingOf(sweep.scope())) {
			return Mono.error(new GithubException(GithubFailure.TIMEOUT,
					this.clock.instant().plus(this.properties.retryAfter())));
		}
		sweep.tried(oldest(sweep.scope()));
		return Mono.empty();
	}

	private Mono<Void> search(Sweep sweep) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		List<SearchQuery> opening = SweepPlan.opening(sweep.scope(), today);
		List<SearchQuery> queries = opening.subList(0, Math.min(opening.size(), affordable()));
		return Flux.fromIterable(queries)
			.flatMap((query) -> this.finder.find(query)
				.doOnNext((page) -> opened(sweep, query, queries, page))
				.materialize(), queries.size())
			.filter((signal) -> !signal.isOnComplete())
			.collectList()
			.flatMap(FirstLook::unlessAllFailed);
	}

	// A bucket that runs low is shared among more languages, each looked at less well.
	private int affordable() {
		Integer remaining = this.budget.quota(RateLimitBucket.SEARCH).remaining();
		if (remaining == null || remaining >= AMPLE_SEARCHES) {
			return Integer.MAX_VALUE;
		}
		return (remaining >= FEW_SEARCHES) ? 2 : 1;
	}

	private static void opened(Sweep sweep, SearchQuery query, List<SearchQuery> queries, SearchPage page) {
		if (query.equals(queries.get(0))) {
			sweep.opened(page);
		}
	}

	private static Mono<Void> unlessAllFailed(List<Signal<SearchPage>> signals) {
		List<Throwable> failures = signals.stream().map(Signal::getThrowable).filter(Objects::nonNull).toList();
		return (failures.isEmpty() || failures.size() < signals.size()) ? Mono.empty() : Mono.error(failures.get(0));
	}

	private Mono<Void> measure(Sweep sweep) {
		int count = this.quota.share(this.properties.share(), LEAST, this.properties.measured());
		return this.measurer.measure(this.prospects.mostPromising(sweep.scope(), count)).doOnNext((round) -> {
			sweep.unhindered(Obstacles.Work.MEASURING);
			if (round.shortfall() != null && round.hindered()) {
				sweep.hindered(Obstacles.Work.MEASURING, round.shortfall().reason().slug());
			}
			sweep.tried(oldest(sweep.scope()));
		}).then();
	}

	private @Nullable Instant oldest(Scope scope) {
		return this.prospects.standing(scope).oldest();
	}

}
