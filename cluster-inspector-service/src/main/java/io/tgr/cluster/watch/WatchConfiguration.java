package io.tgr.cluster.watch;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import io.tgr.cluster.kubernetes.KubernetesNamespaces;
import io.tgr.cluster.kubernetes.KubernetesUsage;
import io.tgr.cluster.kubernetes.Reviews;

/**
 * Puts together what follows the cluster.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WatchProperties.class)
class WatchConfiguration {

	// One thread: what is told in order is kept in order.
	@Bean(destroyMethod = "dispose")
	Scheduler clusterWatchScheduler() {
		return Schedulers.newSingle("cluster-watch", true);
	}

	@Bean
	OwnRights ownRights(Reviews reviews, KubernetesNamespaces namespaces, WatchProperties properties) {
		return new OwnRights(reviews::ours, Mono.defer(namespaces::names), namespaces::own, properties);
	}

	@Bean
	UsagePoller usagePoller(KubernetesUsage usage, UsageFigures figures, WatchMetrics metrics,
			WatchProperties properties, Scheduler clusterWatchScheduler) {
		return new UsagePoller((scope) -> usage.usage(scope.namespace()), figures, metrics, properties.usageInterval(),
				clusterWatchScheduler);
	}

	@Bean
	Supervisor supervisor(OwnRights rights, Loops loops, PodCache pods, Owners owners, Warnings warnings,
			UsagePoller usage, Freshness freshness, Signs signs, PodFigures figures, WatchProperties properties,
			Scheduler clusterWatchScheduler) {
		return new Supervisor(rights, loops.all(pods, freshness, owners, warnings), usage, freshness, signs, figures,
				properties.rightsInterval(), clusterWatchScheduler);
	}

}
