package io.tgr.cluster.kubernetes;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import io.fabric8.kubernetes.api.model.metrics.v1beta1.ContainerMetrics;
import io.fabric8.kubernetes.api.model.metrics.v1beta1.PodMetrics;
import io.fabric8.kubernetes.api.model.metrics.v1beta1.PodMetricsList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import io.tgr.cluster.pod.PodKey;
import io.tgr.cluster.pod.PodUsage;
import io.tgr.cluster.pod.Resources;

/**
 * Reads what pods use, where metrics.k8s.io is served.
 */
@Component
public final class KubernetesUsage {

	private final KubernetesRequests requests;

	KubernetesUsage(KubernetesRequests requests) {
		this.requests = requests;
	}

	/**
	 * Reads what pods use.
	 * @param namespace where, {@code null} for the whole cluster
	 * @return the usage of each pod that was measured; fails with {@code NOT_FOUND} where
	 * nothing measures
	 */
	public Mono<Map<PodKey, PodUsage>> usage(@Nullable String namespace) {
		Right right = new Right("list", "metrics.k8s.io", "pods", null, namespace, null);
		return this.requests.object(ApiRequest.of(right, "v1beta1"), PodMetricsList.class).map(KubernetesUsage::byPod);
	}

	private static Map<PodKey, PodUsage> byPod(PodMetricsList list) {
		Map<PodKey, PodUsage> usage = new HashMap<>();
		for (PodMetrics pod : list.getItems()) {
			Instant measuredAt = Timestamps.of(pod.getTimestamp());
			// A pod that is gone may still be listed, measured at no time.
			if (measuredAt != null) {
				usage.put(new PodKey(Interned.text(pod.getMetadata().getNamespace()), pod.getMetadata().getName()),
						new PodUsage(measuredAt, containers(pod)));
			}
		}
		return usage;
	}

	private static Map<String, Resources> containers(PodMetrics pod) {
		Map<String, Resources> containers = new HashMap<>();
		for (ContainerMetrics container : pod.getContainers()) {
			containers.put(Interned.text(container.getName()),
					new Resources(PodResources.amount(container.getUsage(), "cpu"),
							PodResources.amount(container.getUsage(), "memory")));
		}
		return Map.copyOf(containers);
	}

}
