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
import io.tgr.trending.memory.Leadership;
import io.tgr.trending.memory.SmallRecords;
import io.tgr.trending.pool.CandidatePool;
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
	Promise promise(Clock clock) {
		return new Promise(clock);
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
	Prospects prospects(CandidatePool pool, Promise promise, Measurer measurer, DiscoveryProperties properties,
			Clock clock) {
		return new Prospects(pool, promise, measurer, properties, clock);
	}

	@Bean
	MeasuringPlan measuringPlan(CandidatePool pool, Promise promise, Prospects prospects, Measurer measurer,
			DiscoveryProperties properties, Clock clock) {
		return new MeasuringPlan(pool, promise, prospects, measurer, properties, clock);
	}

	@Bean
	CoreQuota coreQuota(RepoDetails details, DiscoveryProperties properties) {
		return new CoreQuota(details, properties);
	}

	@Bean
	MeasuringAllowance measuringAllowance(Sweeps sweeps, CoreQuota quota, DiscoveryProperties properties, Clock clock) {
		return new MeasuringAllowance(sweeps, quota, properties, clock);
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
	Refresher refresher(Sweeps sweeps, CandidateFinder finder, Prospects prospects, MeasuringPlan plan,
			Measurer measurer, CoreQuota quota, MeasuringAllowance allowance, LiveRuns liveRuns,
			DiscoveryProperties properties, DiscoveryMetrics metrics, Leadership leadership,
			Scheduler discoveryScheduler, Clock clock) {
		SearchLane searching = new SearchLane(sweeps, finder, quota, allowance, properties, metrics, clock);
		MeasureLane measuring = new MeasureLane(sweeps, prospects, plan, measurer, allowance, properties, metrics,
				clock);
		return new Refresher(searching, measuring, quota, liveRuns, properties, leadership.turns(), discoveryScheduler);
	}

	@Bean
	Leadership leadership(KeyValueStore store, DiscoveryProperties properties, MeterRegistry registry) {
		return new Leadership(store, properties.refresh(), registry);
	}

	@Bean
	@Order(1)
	Kept keptSweeps(KeyValueStore store, Sweeps sweeps, Leadership leadership, Clock clock) {
		return SmallRecords.ofLeader(store, "sweep/", new KeptSweeps(sweeps), leadership, clock);
	}

	@Bean
	@Order(2)
	Kept keptDemand(KeyValueStore store, Sweeps sweeps, Clock clock) {
		return SmallRecords.ofAnybody(store, "asked/", new KeptDemand(sweeps), clock);
	}

	@Bean
	@Order(3)
	Kept keptAllowance(KeyValueStore store, MeasuringAllowance allowance, Leadership leadership, Clock clock) {
		return SmallRecords.ofLeader(store, "allowance/", new KeptAllowance(allowance), leadership, clock);
	}

	@Bean
	GithubDiscovery githubDiscovery(Sweeps sweeps, LiveRuns liveRuns, CandidateFinder finder, Measurer measurer,
			CoreQuota quota, MeasuringAllowance allowance, CandidatePool pool) {
		return new GithubDiscovery(sweeps, liveRuns, finder, measurer, quota, allowance, pool);
	}

}
