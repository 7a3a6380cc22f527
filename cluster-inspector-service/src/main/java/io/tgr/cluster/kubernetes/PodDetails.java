package io.tgr.cluster.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.Toleration;

/**
 * Reads one pod in full.
 */
final class PodDetails {

	private PodDetails() {
	}

	static DetailedPod of(Pod pod) {
		PodSpec spec = pod.getSpec();
		PodStatus status = PodRows.status(pod);
		EnvironmentValues environment = EnvironmentValues.of(pod);
		return new DetailedPod(PodRows.of(pod), environment.maskOrNull(status.getMessage()),
				Timestamps.of(status.getStartTime()), status.getHostIP(),
				status.getConditions().stream().map((condition) -> condition(condition, environment)).toList(),
				ContainerDetails.of(pod, environment), spec.getVolumes().stream().map(Volumes::of).toList(),
				spec.getTolerations().stream().map(PodDetails::toleration).toList(),
				Objects.requireNonNullElse(spec.getNodeSelector(), Map.of()), lastWords(status, environment));
	}

	static Stream<ContainerStatus> containers(PodStatus status) {
		return Stream
			.of(status.getInitContainerStatuses(), status.getContainerStatuses(),
					status.getEphemeralContainerStatuses())
			.flatMap(List::stream);
	}

	private static PodConditionRow condition(PodCondition condition, EnvironmentValues environment) {
		return new PodConditionRow(condition.getType(), condition.getStatus(), condition.getReason(),
				environment.maskOrNull(condition.getMessage()), Timestamps.of(condition.getLastTransitionTime()));
	}

	private static List<LastWords> lastWords(PodStatus status, EnvironmentValues environment) {
		List<LastWords> words = new ArrayList<>();
		containers(status).forEach((container) -> {
			add(words, container.getName(), false, container.getState(), environment);
			add(words, container.getName(), true, container.getLastState(), environment);
		});
		return words;
	}

	private static void add(List<LastWords> words, String container, boolean previous,
			io.fabric8.kubernetes.api.model.ContainerState state, EnvironmentValues environment) {
		String message = (state != null && state.getTerminated() != null)
				? environment.maskOrNull(state.getTerminated().getMessage()) : null;
		if (message != null) {
			words.add(new LastWords(container, previous, message));
		}
	}

	private static String toleration(Toleration toleration) {
		StringBuilder text = new StringBuilder(
				(toleration.getKey() == null || toleration.getKey().isEmpty()) ? "*" : toleration.getKey());
		if (toleration.getValue() != null && !toleration.getValue().isEmpty()) {
			text.append('=').append(toleration.getValue());
		}
		if (toleration.getEffect() != null && !toleration.getEffect().isEmpty()) {
			text.append(':').append(toleration.getEffect());
		}
		if (toleration.getTolerationSeconds() != null) {
			text.append(" for ").append(toleration.getTolerationSeconds()).append('s');
		}
		return text.toString();
	}

}
