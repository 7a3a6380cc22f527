package io.tgr.trending.discovery;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import io.tgr.common.github.GithubBudget;
import io.tgr.common.store.KeyValueStore;
import io.tgr.trending.details.RepoDetails;
import io.tgr.trending.github.GithubSearch;
import io.tgr.trending.language.Languages;
import io.tgr.trending.memory.Kept;
import io.tgr.trending.memory.KeptRecords;
import io.tgr.trending.memory.Leadership;
import io.tgr.trending.pool.CandidatePool;
import io.tgr.trending.pool.ExpectedPace;
import io.tgr.trending.ranking.Ranker;

/**
 * Puts discovery together.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ DiscoveryProperties.class, LiveRunProperties.class })
class DiscoveryConfiguration {

	@Bean(destroyMethod = "dispose")
	Scheduler discoveryScheduler() {
		return Schedulers.newSingle("discovery", true);
	}

	@Bean
	Sweeps sweeps(Languages languages, DiscoveryProperties properties, Clock clock) {
		List<Scope> planned = new ArrayList<>();
		planned.add(Scope.ALL);
		languages.byShare(properties.languages()).forEach((language) -> planned.add(new Scope(language.name())));
		return new Sweeps(planned, properties.interest(), clock);
	}

	@Bean
	ExpectedPace expectedPace(Clock clock) {
		return new ExpectedPace(clock);
	}

	@Bean
	CandidateFinder candidateFinder(GithubSearch search, CandidatePool pool, Scheduler discoveryScheduler) {
		return new CandidateFinder(search, pool, discoveryScheduler);
	}

	@Bean
	Measurer measurer(RepoDetails details, CandidatePool pool, Scheduler discoveryScheduler, Clock clock) {
		return new Measurer(details, pool, discoveryScheduler, clock);
	}

	@Bean
	HourLedger hourLedger(Clock clock) {
		return new HourLedger(clock);
	}

	@Bean
	Pauses pauses(Clock clock) {
		return new Pauses(clock);
	}

	@Bean
	Planner planner(Sweeps sweeps, CoreQuota quota, GithubBudget budget, HourLedger ledger,
			DiscoveryProperties properties, Clock clock) {
		return new Planner(sweeps, quota, budget, ledger, properties, clock);
	}

	@Bean
	PlanReport refreshPlan(Planner planner, HourLedger ledger, Pauses pauses, DiscoveryProperties properties,
			Leadership leadership) {
		return new PlanReport(planner, ledger, pauses, properties, () -> leadership.fence().isPresent());
	}

	@Bean
	Prospects prospects(CandidatePool pool, ExpectedPace pace, Measurer measurer, Planner planner,
			DiscoveryProperties properties, Clock clock) {
		return new Prospects(pool, pace, measurer, planner, properties, clock);
	}

	@Bean
	MeasuringPlan measuringPlan(CandidatePool pool, ExpectedPace pace, Prospects prospects, Measurer measurer,
			Planner planner, Sweeps sweeps, Clock clock) {
		return new MeasuringPlan(pool, pace, prospects, measurer, planner, sweeps, clock);
	}

	@Bean
	CoreQuota coreQuota(RepoDetails details, DiscoveryProperties properties) {
		return new CoreQuota(details, properties);
	}

	@Bean
	MeasuringAllowance measuringAllowance(Sweeps sweeps, CoreQuota quota, Planner planner, HourLedger ledger,
			DiscoveryProperties properties, Clock clock) {
		return new MeasuringAllowance(sweeps, quota, planner, ledger, properties, clock);
	}

	@Bean
	LiveRuns liveRuns(Sweeps sweeps, CandidateFinder finder, Prospects prospects, Measurer measurer, CoreQuota quota,
			GithubBudget budget, LiveRunProperties properties, Scheduler discoveryScheduler, Clock clock) {
		FirstLook look = new FirstLook(finder, prospects, measurer, quota, budget, properties, discoveryScheduler,
				clock);
		return new LiveRuns(sweeps, look, properties, clock);
	}

	@Bean
	DiscoveryMetrics discoveryMetrics(MeterRegistry registry, CandidatePool pool, Sweeps sweeps, Clock clock) {
		return new DiscoveryMetrics(registry, pool, sweeps, clock);
	}

	@Bean
	MeterBinder rankingAges(Sweeps sweeps, CandidatePool pool, Ranker ranker, Clock clock) {
		return new RankingAges(sweeps, pool, ranker, clock);
	}

	@Bean
	LaneGate laneGate(MeasuringAllowance allowance, CoreQuota quota, HourLedger ledger, Pauses pauses,
			DiscoveryProperties properties, Clock clock) {
		return new LaneGate(allowance, quota, ledger, pauses, properties, clock);
	}

	@Bean
	SearchLane searchLane(Sweeps sweeps, CandidateFinder finder, Planner planner, HourLedger ledger, Pauses pauses,
			MeasuringAllowance allowance, DiscoveryProperties properties, DiscoveryMetrics metrics, Clock clock) {
		SearchChoice choice = new SearchChoice(sweeps, planner, ledger, pauses, allowance, properties, clock);
		return new SearchLane(choice, finder, planner, ledger, pauses, properties, metrics, clock);
	}

	@Bean
	MeasureLane measureLane(Sweeps sweeps, Prospects prospects, MeasuringPlan plan, Measurer measurer,
			MeasuringAllowance allowance, LaneGate gate, DiscoveryProperties properties, DiscoveryMetrics metrics,
			Clock clock) {
		FirstMeasurements first = new FirstMeasurements(sweeps, prospects, plan, allowance, gate, metrics);
		return new MeasureLane(first, sweeps, prospects, plan, measurer, allowance, gate, properties, metrics, clock);
	}

	@Bean
	Refresher refresher(SearchLane searching, MeasureLane measuring, CoreQuota quota, LiveRuns liveRuns,
			DiscoveryProperties properties, Leadership leadership, Scheduler discoveryScheduler) {
		return new Refresher(searching, measuring, quota, liveRuns, properties, leadership.turns(), discoveryScheduler);
	}

	@Bean
	Leadership leadership(KeyValueStore store, DiscoveryProperties properties, MeterRegistry registry) {
		return new Leadership(store, properties.refresh(), registry);
	}

	@Bean
	@Order(1)
	Kept keptSweeps(KeyValueStore store, Sweeps sweeps, Leadership leadership, Clock clock) {
		return KeptRecords.ofLeader(store, "sweep/", new KeptSweeps(sweeps), leadership, clock);
	}

	@Bean
	@Order(2)
	Kept keptDemand(KeyValueStore store, Sweeps sweeps, Clock clock) {
		return KeptRecords.ofAnybody(store, "asked/", new KeptDemand(sweeps), clock);
	}

	@Bean
	@Order(3)
	Kept keptAllowance(KeyValueStore store, MeasuringAllowance allowance, Leadership leadership, Clock clock) {
		return KeptRecords.ofLeader(store, "allowance/", new KeptAllowance(allowance), leadership, clock);
	}

	@Bean
	GithubDiscovery githubDiscovery(Sweeps sweeps, LiveRuns liveRuns, CandidateFinder finder, Measurer measurer,
			CoreQuota quota, MeasuringAllowance allowance, CandidatePool pool) {
		return new GithubDiscovery(sweeps, liveRuns, finder, measurer, quota, allowance, pool);
	}

}
