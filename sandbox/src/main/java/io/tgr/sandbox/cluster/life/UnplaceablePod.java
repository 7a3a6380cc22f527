package io.tgr.sandbox.cluster.life;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A pod that asks for more than any node has; the scheduler tries again every minute.
 */
final class UnplaceablePod implements Actor {

	private static final Duration RETRY = Duration.ofMinutes(1);

	private static final String MESSAGE = "0/2 nodes are available: 2 Insufficient cpu. no new claims to deallocate,"
			+ " preemption: 0/2 nodes are available: 2 Preemption is not helpful for scheduling.";

	private final PodLife pod;

	private final EventRecorder events;

	private @Nullable Instant tried;

	UnplaceablePod(PodLife pod, EventRecorder events) {
		this.pod = pod;
		this.events = events;
	}

	@Override
	public void act(Instant now) {
		if (this.tried == null || !now.isBefore(this.tried.plus(RETRY))) {
			this.tried = now;
			this.pod.edit(now, (status) -> status.unschedulable(MESSAGE));
			this.events.warning(this.pod.pod(), "default-scheduler", "FailedScheduling", MESSAGE, now);
		}
	}

}
