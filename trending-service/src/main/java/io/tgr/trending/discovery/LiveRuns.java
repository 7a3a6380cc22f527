package io.tgr.trending.discovery;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;
import reactor.core.scheduler.Scheduler;

import io.tgr.common.github.CallPriority;
import io.tgr.common.github.GithubBudget;
import io.tgr.common.github.GithubException;
import io.tgr.common.github.GithubFailure;
import io.tgr.common.github.RateLimitBucket;
import io.tgr.trending.github.SearchPage;
import io.tgr.trending.github.SearchQuery;

/**
 * Answers for a language nobody asked for before: a few searches side by side, then the
 * most promising repositories measured. Equal concurrent questions share one run, which
 * ends when the last of them leaves.
 */
class LiveRuns {

	private static final int LEAST = 8;

	private static final int AMPLE_SEARCHES = 12;

	private static final int FEW_SEARCHES = 4;

	private final Map<Scope, Mono<Void>> running = new ConcurrentHashMap<>();

	private final Sweeps sweeps;

	private final CandidateFinder finder;

	private final MeasuringPlan plan;

	private final Measurer measurer;

	private final CoreQuota quota;

	private final GithubBudget budget;

	private final LiveRunProperties properties;

	private final Semaphore permits;

	private final Scheduler scheduler;

	private final Clock clock;

	LiveRuns(Sweeps sweeps, CandidateFinder finder, MeasuringPlan plan, Measurer measurer, CoreQuota quota,
			GithubBudget budget, LiveRunProperties properties, Scheduler scheduler, Clock clock) {
		this.sweeps = sweeps;
		this.finder = finder;
		this.plan = plan;
		this.measurer = measurer;
		this.quota = quota;
		this.budget = budget;
		this.properties = properties;
		this.permits = new Semaphore(properties.cap());
		this.scheduler = scheduler;
		this.clock = clock;
	}

	boolean active() {
		return this.permits.availablePermits() < this.properties.cap();
	}

	Mono<Void> ensure(Scope scope) {
		return Mono.defer(
				() -> answers(scope) ? Mono.empty() : this.running.computeIfAbsent(scope, (absent) -> shared(scope)));
	}

	SweepState state(Scope scope) {
		Sweep sweep = this.sweeps.known(scope);
		if (sweep == null) {
			return new SweepState(SweepState.Stage.NEVER, List.of(), null, null);
		}
		sweep.asked();
		return sweep.state(this.properties.again());
	}

	private boolean answers(Scope scope) {
		return this.sweeps.of(scope).answers(this.properties.again());
	}

	private Mono<Void> shared(Scope scope) {
		return Mono.defer(() -> answers(scope) ? Mono.<Void>empty() : admitted(scope))
			.doFinally((end) -> this.running.remove(scope))
			.flux()
			.publish()
			.refCount(1)
			.then();
	}

	private Mono<Void> admitted(Scope scope) {
		if (!this.permits.tryAcquire()) {
			return Mono.error(new TooManyLiveRunsException(this.properties.cap(), this.clock.instant(),
					this.properties.retryAfter()));
		}
		return CallPriority.INTERACTIVE.on(run(scope)).doFinally((end) -> this.permits.release());
	}

	private Mono<Void> run(Scope scope) {
		Sweep sweep = this.sweeps.of(scope);
		return search(sweep).and(this.quota.refresh())
			.then(Mono.defer(() -> measure(sweep)))
			.timeout(this.properties.timeout(), Mono.defer(() -> late(sweep)), this.scheduler)
			.doOnSuccess((done) -> this.sweeps.hurry(scope));
	}

	// What has come so far is an answer; nothing is a failure.
	private Mono<Void> late(Sweep sweep) {
		if (this.plan.knowsNothingOf(sweep.scope())) {
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
			.flatMap(LiveRuns::unlessAllFailed);
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
		Signal<SearchPage> last = signals.get(signals.size() - 1);
		boolean allFailed = signals.stream().allMatch(Signal::isOnError);
		return (allFailed && last.getThrowable() != null) ? Mono.error(last.getThrowable()) : Mono.empty();
	}

	private Mono<Void> measure(Sweep sweep) {
		int count = this.quota.share(this.properties.share(), LEAST, this.properties.measured());
		return this.measurer.measure(this.plan.mostPromising(sweep.scope(), count)).doOnNext((round) -> {
			sweep.unhindered(Sweep.Work.MEASURING);
			if (round.shortfall() != null) {
				sweep.hindered(Sweep.Work.MEASURING, round.shortfall().reason().slug());
			}
			sweep.tried(oldest(sweep.scope()));
		}).then();
	}

	private @Nullable Instant oldest(Scope scope) {
		return this.plan.standing(scope).oldest();
	}

}
