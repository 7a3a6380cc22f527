package io.tgr.cluster.detail;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.tgr.cluster.pod.ContainerRow;
import io.tgr.cluster.pod.ContainerState;
import io.tgr.cluster.pod.PodRow;

/**
 * A log that there is.
 *
 * @param container the container
 * @param previous whether it is that of the container before its last restart
 */
record LogName(String container, boolean previous) {

	private static final int MOST = 20;

	static List<LogName> of(PodRow row, @Nullable String only) {
		List<LogName> names = new ArrayList<>();
		for (ContainerRow container : row.containers()) {
			if (only != null && !container.name().equals(only)) {
				continue;
			}
			if (hasRun(container.state())) {
				names.add(new LogName(container.name(), false));
			}
			if (container.lastTermination() != null) {
				names.add(new LogName(container.name(), true));
			}
		}
		return names.stream().limit(MOST).toList();
	}

	private static boolean hasRun(ContainerState state) {
		return state.phase().equals(ContainerState.RUNNING) || state.phase().equals(ContainerState.TERMINATED);
	}

}
