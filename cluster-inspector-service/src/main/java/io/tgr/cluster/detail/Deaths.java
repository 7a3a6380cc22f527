package io.tgr.cluster.detail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.tgr.cluster.pod.ContainerRow;
import io.tgr.cluster.pod.ContainerState;
import io.tgr.cluster.pod.PodRow;
import io.tgr.cluster.pod.Termination;

/**
 * Finds the containers of a pod that died. One that has done its work has not.
 */
final class Deaths {

	private static final Comparator<Death> NEWEST_FIRST = Comparator.comparing(Death::at,
			Comparator.nullsLast(Comparator.reverseOrder()));

	private Deaths() {
	}

	static List<Death> of(PodRow row) {
		List<Death> deaths = new ArrayList<>();
		for (ContainerRow container : row.containers()) {
			Termination now = container.state().termination();
			if (now != null && (now.exitCode() != 0 || Signals.of(now) != null)) {
				deaths.add(Death.of(container, now, false));
			}
			Termination before = container.lastTermination();
			if (before != null) {
				deaths.add(Death.of(container, before, !waits(container)));
			}
		}
		deaths.sort(NEWEST_FIRST);
		return deaths;
	}

	private static boolean waits(ContainerRow container) {
		return container.state().phase().equals(ContainerState.WAITING);
	}

}
