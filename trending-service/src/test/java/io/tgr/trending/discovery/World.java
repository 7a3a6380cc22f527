package io.tgr.trending.discovery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.mockito.BDDMockito;
import org.mockito.Mockito;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

import io.tgr.common.github.BucketQuota;
import io.tgr.common.github.GithubBudget;
import io.tgr.common.github.RateLimitBucket;
import io.tgr.trending.details.DetailsQuota;
import io.tgr.trending.details.Measurement;
import io.tgr.trending.details.RepoDetails;
import io.tgr.trending.details.Shortfall;
import io.tgr.trending.github.GithubSearch;
import io.tgr.trending.github.SearchPage;
import io.tgr.trending.github.SearchQuery;
import io.tgr.trending.pool.Candidate;
import io.tgr.trending.pool.CandidatePool;
import io.tgr.trending.pool.ExpectedPace;
import io.tgr.trending.pool.PoolProperties;
import io.tgr.trending.pool.StarHistory;

/**
 * Discovery on virtual time, between a GitHub and a repo-details that do as told.
 */
class World {

	final VirtualTimeScheduler scheduler = VirtualTimeScheduler.create();

	final VirtualClock clock = new VirtualClock(this.scheduler, "2026-11-22T10:00:00Z");

	final CandidatePool pool = new CandidatePool(new PoolProperties(10_000), this.clock);

	final GithubSearch search = BDDMockito.mock(GithubSearch.class);

	final GithubBudget budget = Mockito.mock(GithubBudget.class, Mockito.withSettings().stubOnly());

	final RepoDetails details = BDDMockito.mock(RepoDetails.class);

	final List<SearchQuery> searches = Collections.synchronizedList(new ArrayList<>());

	final List<String> measurements = Collections.synchronizedList(new ArrayList<>());

	final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	final Sweeps sweeps;

	final LiveRuns liveRuns;

	final Refresher refresher;

	final GithubDiscovery discovery;

	final ExpectedPace pace;

	final Planner planner;

	final PlanReport plan;

	@Nullable Throwable searchFailure;

	@Nullable Throwable measureFailure;

	@Nullable Shortfall shortfall;

	Predicate<SearchQuery> failingSearches = (query) -> true;

	Predicate<String> failingHistories = (name) -> true;

	@Nullable Integer coreLimit = 5000;

	@Nullable Integer coreRemaining;

	@Nullable Integer searchLimit = 30;

	@Nullable Integer searchesLeft = 30;

	@Nullable Instant corePausedUntil;

	boolean incomplete;

	boolean leads = true;

	Duration latency = Duration.ofMillis(50);

	private final Map<String, Candidate> repositories = new HashMap<>();

	private final Map<String, Integer> daily = new HashMap<>();

	World(DiscoveryProperties properties, LiveRunProperties liveRuns, String... languages) {
		BDDMockito.given(this.search.search(BDDMockito.any())).willAnswer((call) -> search(call.getArgument(0)));
		BDDMockito.given(this.details.measure(BDDMockito.any())).willAnswer((call) -> measure(call.getArgument(0)));
		BDDMockito.given(this.budget.quota(RateLimitBucket.SEARCH))
			.willAnswer((call) -> new BucketQuota(RateLimitBucket.SEARCH, this.searchLimit, this.searchesLeft, null, 6,
					null));
		BDDMockito.given(this.details.quota()).willAnswer((call) -> Mono.fromSupplier(this::quota));
		List<Scope> planned = new ArrayList<>();
		List.of(languages).forEach((language) -> planned.add(new Scope(language)));
		this.sweeps = new Sweeps(planned, properties.interest(), this.clock);
		this.pace = new ExpectedPace(this.clock);
		CandidateFinder finder = new CandidateFinder(this.search, this.pool, this.scheduler);
		Measurer measurer = new Measurer(this.details, this.pool, this.scheduler, this.clock);
		CoreQuota quota = new CoreQuota(this.details, properties);
		HourLedger ledger = new HourLedger(this.clock);
		Pauses pauses = new Pauses(this.clock);
		this.planner = new Planner(this.sweeps, quota, this.budget, ledger, properties, this.clock);
		this.plan = new PlanReport(this.planner, ledger, pauses, properties, () -> this.leads);
		this.plan.bindTo(this.registry);
		Prospects prospects = new Prospects(this.pool, this.pace, measurer, this.planner, properties, this.clock);
		MeasuringPlan plan = new MeasuringPlan(this.pool, this.pace, prospects, measurer, this.planner, this.sweeps,
				this.clock);
		MeasuringAllowance allowance = new MeasuringAllowance(this.sweeps, quota, this.planner, ledger, properties,
				this.clock);
		DiscoveryMetrics metrics = new DiscoveryMetrics(this.registry, this.pool, this.sweeps, this.clock);
		this.liveRuns = new LiveRuns(this.sweeps,
				new FirstLook(finder, prospects, measurer, quota, this.budget, liveRuns, this.scheduler, this.clock),
				liveRuns, this.clock);
		LaneGate gate = new LaneGate(allowance, quota, ledger, pauses, properties, this.clock);
		this.refresher = new Refresher(
				new SearchLane(
						new SearchChoice(this.sweeps, this.planner, ledger, pauses, allowance, properties, this.clock),
						finder, this.planner, ledger, pauses, properties, metrics, this.clock),
				new MeasureLane(new FirstMeasurements(this.sweeps, prospects, plan, allowance, gate, metrics),
						this.sweeps, prospects, plan, measurer, allowance, gate, properties, metrics, this.clock),
				quota, this.liveRuns, properties, Flux.just(true).concatWith(Flux.never()), this.scheduler);
		this.discovery = new GithubDiscovery(this.sweeps, this.liveRuns, finder, measurer, quota, allowance, this.pool);
	}

	/**
	 * Repositories of a language; the one numbered n has 10 n stars and gains n a day.
	 */
	World with(String language, int count) {
		for (int number = 1; number <= count; number++) {
			String name = language + "/r" + number;
			Instant created = this.clock.instant().minus(20L + number % 400, ChronoUnit.DAYS);
			this.repositories.put(name, new Candidate(name.hashCode(), name, "https://github.com/" + name, null,
					language, List.of(), null, created, this.clock.instant(), 10L * number, 1, this.clock.instant()));
			this.daily.put(name, number);
		}
		return this;
	}

	/**
	 * Lets a repository gain stars of a sudden.
	 */
	void rise(String name, int stars) {
		Candidate known = Objects.requireNonNull(this.repositories.get(name));
		this.repositories.put(name, new Candidate(known.id(), name, known.url(), null, known.language(), List.of(),
				null, known.createdAt(), known.pushedAt(), known.stars() + stars, 1, known.seenAt()));
	}

	void pass(Duration time) {
		this.scheduler.advanceTimeBy(time);
	}

	private Mono<SearchPage> search(SearchQuery query) {
		return Mono.defer(() -> {
			this.searches.add(query);
			return (this.searchFailure != null && this.failingSearches.test(query))
					? Mono.<SearchPage>error(this.searchFailure) : Mono.just(page(query));
		}).delaySubscription(this.latency, this.scheduler);
	}

	private SearchPage page(SearchQuery query) {
		List<Candidate> found = this.repositories.values()
			.stream()
			.filter((candidate) -> query.language() == null || query.language().equals(candidate.language()))
			.filter((candidate) -> query.created() == null || !createdOn(candidate).isBefore(query.created().from())
					&& (query.created().to() == null || !createdOn(candidate).isAfter(query.created().to())))
			.filter((candidate) -> query.maxStars() == null || candidate.stars() <= query.maxStars())
			.sorted(Comparator.comparingLong(Candidate::stars).reversed())
			.toList();
		return new SearchPage(found.stream().skip(100L * (query.page() - 1)).limit(100).map(this::now).toList(),
				found.size(), this.incomplete);
	}

	private Candidate now(Candidate known) {
		return new Candidate(known.id(), known.fullName(), known.url(), null, known.language(), List.of(), null,
				known.createdAt(), known.pushedAt(), known.stars(), 1, this.clock.instant());
	}

	private Flux<Measurement> measure(List<String> names) {
		return Flux.defer(() -> {
			this.measurements.addAll(names);
			return (this.measureFailure != null) ? Flux.<Measurement>error(this.measureFailure)
					: Flux.fromIterable(names).map(this::measurement);
		}).delaySubscription(this.latency, this.scheduler);
	}

	private Measurement measurement(String name) {
		Shortfall failure = this.shortfall;
		if (failure != null && this.failingHistories.test(name)) {
			return new Measurement(name, name, null, failure);
		}
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		return new Measurement(name, name, new StarHistory(today.minusDays(30),
				Collections.nCopies(30, this.daily.get(name)), 0, this.clock.instant()), null);
	}

	private DetailsQuota quota() {
		return new DetailsQuota("token", List.of(new DetailsQuota.Bucket("core", this.coreLimit,
				(this.coreRemaining != null) ? this.coreRemaining : this.coreLimit, null, 0, this.corePausedUntil)));
	}

	private static LocalDate createdOn(Candidate candidate) {
		return LocalDate.ofInstant(candidate.createdAt(), ZoneOffset.UTC);
	}

}
