package io.tgr.cluster;

import java.time.Clock;

import org.mockito.BDDMockito;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

import io.tgr.cluster.access.Access;
import io.tgr.cluster.access.ScriptedAccess;
import io.tgr.cluster.kubernetes.KubernetesPods;
import io.tgr.cluster.watch.Freshness;
import io.tgr.cluster.watch.Owners;
import io.tgr.cluster.watch.PodCache;
import io.tgr.cluster.watch.UsageFigures;
import io.tgr.cluster.watch.Warnings;
import io.tgr.cluster.watch.WatchedCluster;

/**
 * The API on rows that a test feeds by hand, for callers whose rights it decides.
 */
@EnableAutoConfiguration
@ComponentScan(basePackages = "io.tgr.cluster",
		excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
				pattern = { "io\\.tgr\\.cluster\\.(kubernetes|access|watch)\\..*", ".*Tests.*",
						"io.tgr.cluster.ClusterInspectorServiceApplication" }))
class ApiContext {

	@Bean
	TestClock clock() {
		return new TestClock();
	}

	@Bean
	WatchedCluster cluster(Clock clock) {
		return new WatchedCluster(clock, 64);
	}

	@Bean
	ScriptedAccess scriptedAccess() {
		return new ScriptedAccess();
	}

	@Bean
	Access access(ScriptedAccess scripted) {
		return scripted.access();
	}

	@Bean
	KubernetesPods kubernetesPods() {
		return BDDMockito.mock(KubernetesPods.class);
	}

	@Bean
	PodCache cache(WatchedCluster cluster) {
		return cluster.cache;
	}

	@Bean
	Freshness freshness(WatchedCluster cluster) {
		return cluster.freshness;
	}

	@Bean
	Owners owners(WatchedCluster cluster) {
		return cluster.owners;
	}

	@Bean
	Warnings warnings(WatchedCluster cluster) {
		return cluster.warnings;
	}

	@Bean
	UsageFigures usage(WatchedCluster cluster) {
		return cluster.usage;
	}

}
