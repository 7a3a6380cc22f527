package io.tgr.cluster.kubernetes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodIP;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodStatus;

import io.tgr.cluster.pod.Placement;
import io.tgr.cluster.pod.PodKey;
import io.tgr.cluster.pod.PodRow;
import io.tgr.cluster.pod.PodSettings;

/**
 * Reads what is kept of a pod.
 */
final class PodRows {

	private static final PodStatus NOTHING_YET = new PodStatus();

	private PodRows() {
	}

	static PodRow of(Pod pod) {
		ObjectMeta metadata = pod.getMetadata();
		PodResources resources = PodResources.of(pod.getSpec());
		return new PodRow(key(metadata), metadata.getUid(), metadata.getResourceVersion(), createdAt(metadata),
				Interned.labels(metadata.getLabels()), KubectlStatus.of(pod), placement(pod), settings(pod),
				OwnerLinks.controller(metadata), resources.requests(), resources.limits(), ContainerRows.of(pod));
	}

	static PodStatus status(Pod pod) {
		return Objects.requireNonNullElse(pod.getStatus(), NOTHING_YET);
	}

	private static PodKey key(ObjectMeta metadata) {
		return new PodKey(Interned.text(metadata.getNamespace()), metadata.getName());
	}

	private static Instant createdAt(ObjectMeta metadata) {
		return Objects.requireNonNullElse(Timestamps.of(metadata.getCreationTimestamp()), Instant.EPOCH);
	}

	private static Placement placement(Pod pod) {
		PodSpec spec = pod.getSpec();
		return new Placement(Interned.textOrNull(spec.getNodeName()),
				Interned.textOrNull(status(pod).getNominatedNodeName()), addresses(pod),
				Boolean.TRUE.equals(spec.getHostNetwork()));
	}

	private static List<String> addresses(Pod pod) {
		PodStatus status = status(pod);
		List<String> addresses = new ArrayList<>();
		for (PodIP address : status.getPodIPs()) {
			addresses.add(address.getIp());
		}
		if (addresses.isEmpty() && status.getPodIP() != null && !status.getPodIP().isEmpty()) {
			addresses.add(status.getPodIP());
		}
		return List.copyOf(addresses);
	}

	private static PodSettings settings(Pod pod) {
		PodSpec spec = pod.getSpec();
		return Interned.value(new PodSettings(Interned.textOrNull(spec.getServiceAccountName()),
				Interned.text(Objects.requireNonNullElse(spec.getRestartPolicy(), "Always")),
				Interned.textOrNull(spec.getSchedulerName()), Interned.textOrNull(status(pod).getQosClass()),
				Interned.textOrNull(spec.getPriorityClassName())));
	}

}
