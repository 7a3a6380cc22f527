package io.tgr.cluster.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.EphemeralContainer;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import org.jspecify.annotations.Nullable;

import io.tgr.cluster.pod.ContainerKind;
import io.tgr.cluster.pod.ContainerRow;
import io.tgr.cluster.pod.ContainerState;
import io.tgr.cluster.pod.Termination;

/**
 * Reads what is kept of the containers of a pod, in the order of its specification.
 */
final class ContainerRows {

	private ContainerRows() {
	}

	static List<ContainerRow> of(Pod pod) {
		PodStatus status = PodRows.status(pod);
		List<ContainerRow> rows = new ArrayList<>();
		for (Container container : pod.getSpec().getInitContainers()) {
			ContainerKind kind = (sidecar(container)) ? ContainerKind.SIDECAR : ContainerKind.INIT;
			rows.add(row(container.getName(), kind, container.getImage(), container.getResources(),
					find(status.getInitContainerStatuses(), container.getName())));
		}
		for (Container container : pod.getSpec().getContainers()) {
			rows.add(row(container.getName(), ContainerKind.MAIN, container.getImage(), container.getResources(),
					find(status.getContainerStatuses(), container.getName())));
		}
		for (EphemeralContainer container : pod.getSpec().getEphemeralContainers()) {
			rows.add(row(container.getName(), ContainerKind.EPHEMERAL, container.getImage(), null,
					find(status.getEphemeralContainerStatuses(), container.getName())));
		}
		return List.copyOf(rows);
	}

	static boolean sidecar(Container initContainer) {
		return "Always".equals(initContainer.getRestartPolicy());
	}

	private static @Nullable ContainerStatus find(List<ContainerStatus> statuses, String name) {
		for (ContainerStatus status : statuses) {
			if (name.equals(status.getName())) {
				return status;
			}
		}
		return null;
	}

	private static ContainerRow row(String name, ContainerKind kind, @Nullable String image,
			@Nullable ResourceRequirements resources, @Nullable ContainerStatus status) {
		boolean ready = status != null && Boolean.TRUE.equals(status.getReady());
		int restarts = (status != null && status.getRestartCount() != null) ? status.getRestartCount() : 0;
		return new ContainerRow(Interned.text(name), kind, Interned.text(Objects.requireNonNullElse(image, "")), ready,
				restarts, (status != null) ? state(status.getState()) : ContainerState.UNKNOWN,
				(status != null && status.getLastState() != null) ? termination(status.getLastState().getTerminated())
						: null,
				PodResources.requests(resources), PodResources.limits(resources));
	}

	private static ContainerState state(io.fabric8.kubernetes.api.model.@Nullable ContainerState state) {
		if (state != null && state.getRunning() != null) {
			return new ContainerState(ContainerState.RUNNING, null, Timestamps.of(state.getRunning().getStartedAt()),
					null);
		}
		if (state != null && state.getTerminated() != null) {
			Termination ended = termination(state.getTerminated());
			return new ContainerState(ContainerState.TERMINATED, (ended != null) ? ended.reason() : null,
					(ended != null) ? ended.finishedAt() : null, ended);
		}
		if (state != null && state.getWaiting() != null) {
			return Interned.value(new ContainerState(ContainerState.WAITING,
					Interned.textOrNull(state.getWaiting().getReason()), null, null));
		}
		return ContainerState.UNKNOWN;
	}

	private static @Nullable Termination termination(@Nullable ContainerStateTerminated terminated) {
		if (terminated == null) {
			return null;
		}
		Integer signal = terminated.getSignal();
		return new Termination(Interned.textOrNull(terminated.getReason()),
				(terminated.getExitCode() != null) ? terminated.getExitCode() : 0,
				(signal != null && signal != 0) ? signal : null, Timestamps.of(terminated.getStartedAt()),
				Timestamps.of(terminated.getFinishedAt()));
	}

}
