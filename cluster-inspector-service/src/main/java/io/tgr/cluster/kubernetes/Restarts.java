package io.tgr.cluster.kubernetes;

import java.time.Instant;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import org.jspecify.annotations.Nullable;

/**
 * Adds up how often containers were restarted, and when the last time was.
 */
final class Restarts {

	private int count;

	private @Nullable Instant last;

	void add(ContainerStatus container) {
		this.count += (container.getRestartCount() != null) ? container.getRestartCount() : 0;
		if (container.getLastState() != null && container.getLastState().getTerminated() != null) {
			this.last = Timestamps.later(this.last,
					Timestamps.of(container.getLastState().getTerminated().getFinishedAt()));
		}
	}

	int count() {
		return this.count;
	}

	@Nullable Instant last() {
		return (this.count != 0) ? this.last : null;
	}

}
