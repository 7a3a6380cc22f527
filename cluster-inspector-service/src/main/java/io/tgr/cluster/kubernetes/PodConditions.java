package io.tgr.cluster.kubernetes;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodReadinessGate;
import io.fabric8.kubernetes.api.model.PodStatus;
import org.jspecify.annotations.Nullable;

import io.tgr.cluster.pod.ReadinessGates;

/**
 * Reads the conditions of a pod.
 */
final class PodConditions {

	private PodConditions() {
	}

	static boolean has(PodStatus status, String type, String reason) {
		return status.getConditions()
			.stream()
			.anyMatch((condition) -> type.equals(condition.getType()) && reason.equals(condition.getReason()));
	}

	static boolean anyIsTrue(PodStatus status, String type) {
		return status.getConditions()
			.stream()
			.anyMatch((condition) -> type.equals(condition.getType()) && isTrue(condition));
	}

	static boolean firstIsTrue(PodStatus status, String type) {
		for (PodCondition condition : status.getConditions()) {
			if (type.equals(condition.getType())) {
				return isTrue(condition);
			}
		}
		return false;
	}

	static @Nullable ReadinessGates gates(Pod pod) {
		int ready = 0;
		for (PodReadinessGate gate : pod.getSpec().getReadinessGates()) {
			ready += (firstIsTrue(PodRows.status(pod), gate.getConditionType())) ? 1 : 0;
		}
		int total = pod.getSpec().getReadinessGates().size();
		return (total != 0) ? new ReadinessGates(ready, total) : null;
	}

	private static boolean isTrue(PodCondition condition) {
		return "True".equals(condition.getStatus());
	}

}
