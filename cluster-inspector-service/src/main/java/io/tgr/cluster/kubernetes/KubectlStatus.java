package io.tgr.cluster.kubernetes;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import org.springframework.util.StringUtils;

import io.tgr.cluster.pod.PodState;

/**
 * Says how a pod is, exactly as {@code kubectl get pods} says it: the columns STATUS,
 * READY and RESTARTS are made by the rules of {@code printPod} in the API server.
 */
final class KubectlStatus {

	private static final ContainerState NO_STATE = new ContainerState();

	private final Pod pod;

	private final PodStatus status;

	private final Set<String> sidecars = new HashSet<>();

	private String reason;

	private int ready;

	private final Restarts ofContainers = new Restarts();

	private Restarts restarts = new Restarts();

	private KubectlStatus(Pod pod) {
		this.pod = pod;
		this.status = PodRows.status(pod);
		for (Container container : pod.getSpec().getInitContainers()) {
			if (ContainerRows.sidecar(container)) {
				this.sidecars.add(container.getName());
			}
		}
		this.reason = (StringUtils.hasLength(this.status.getReason())) ? this.status.getReason() : phase();
		if (PodConditions.has(this.status, "PodScheduled", "SchedulingGated")) {
			this.reason = "SchedulingGated";
		}
	}

	static PodState of(Pod pod) {
		return new KubectlStatus(pod).state();
	}

	private PodState state() {
		boolean initializing = lookAtInitContainers();
		if (!initializing || PodConditions.firstIsTrue(this.status, "Initialized")) {
			lookAtContainers();
		}
		boolean deleted = this.pod.getMetadata().getDeletionTimestamp() != null;
		if (deleted && "NodeLost".equals(this.status.getReason())) {
			this.reason = "Unknown";
		}
		else if (deleted && !"Succeeded".equals(phase()) && !"Failed".equals(phase())) {
			this.reason = "Terminating";
		}
		return new PodState(Interned.text(phase()), Interned.text(this.reason), this.ready,
				this.pod.getSpec().getContainers().size() + this.sidecars.size(), this.restarts.count(),
				this.restarts.last(), PodConditions.anyIsTrue(this.status, "Ready"), PodConditions.gates(this.pod),
				Timestamps.of(this.pod.getMetadata().getDeletionTimestamp()));
	}

	private String phase() {
		return Objects.requireNonNullElse(this.status.getPhase(), "");
	}

	private boolean lookAtInitContainers() {
		List<ContainerStatus> containers = this.status.getInitContainerStatuses();
		for (int index = 0; index < containers.size(); index++) {
			ContainerStatus container = containers.get(index);
			boolean sidecar = this.sidecars.contains(container.getName());
			this.restarts.add(container);
			if (sidecar) {
				this.ofContainers.add(container);
			}
			ContainerState state = Objects.requireNonNullElse(container.getState(), NO_STATE);
			boolean done = state.getTerminated() != null && exitCode(state.getTerminated()) == 0;
			boolean started = !done && sidecar && Boolean.TRUE.equals(container.getStarted());
			if (started && Boolean.TRUE.equals(container.getReady())) {
				this.ready++;
			}
			if (!done && !started) {
				this.reason = "Init:" + initReason(state, index);
				return true;
			}
		}
		return false;
	}

	private String initReason(ContainerState state, int index) {
		if (state.getTerminated() != null) {
			return ending(state.getTerminated());
		}
		String waiting = (state.getWaiting() != null) ? state.getWaiting().getReason() : null;
		if (StringUtils.hasLength(waiting) && !"PodInitializing".equals(waiting)) {
			return String.valueOf(waiting);
		}
		return index + "/" + this.pod.getSpec().getInitContainers().size();
	}

	private void lookAtContainers() {
		this.restarts = this.ofContainers;
		boolean running = false;
		List<ContainerStatus> containers = this.status.getContainerStatuses();
		for (int index = containers.size() - 1; index >= 0; index--) {
			ContainerStatus container = containers.get(index);
			this.restarts.add(container);
			ContainerState state = Objects.requireNonNullElse(container.getState(), NO_STATE);
			if (state.getWaiting() != null && StringUtils.hasLength(state.getWaiting().getReason())) {
				this.reason = state.getWaiting().getReason();
			}
			else if (state.getTerminated() != null) {
				this.reason = ending(state.getTerminated());
			}
			else if (state.getRunning() != null && Boolean.TRUE.equals(container.getReady())) {
				running = true;
				this.ready++;
			}
		}
		if (running && "Completed".equals(this.reason)) {
			this.reason = (PodConditions.anyIsTrue(this.status, "Ready")) ? "Running" : "NotReady";
		}
	}

	private static String ending(ContainerStateTerminated terminated) {
		if (StringUtils.hasLength(terminated.getReason())) {
			return terminated.getReason();
		}
		Integer signal = terminated.getSignal();
		return (signal != null && signal != 0) ? "Signal:" + signal : "ExitCode:" + exitCode(terminated);
	}

	private static int exitCode(ContainerStateTerminated terminated) {
		return (terminated.getExitCode() != null) ? terminated.getExitCode() : 0;
	}

}
