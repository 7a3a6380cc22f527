package io.tgr.cluster.row;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.tgr.cluster.pod.ContainerRow;
import io.tgr.cluster.pod.ContainerState;
import io.tgr.cluster.pod.PodUsage;
import io.tgr.cluster.pod.Resources;
import io.tgr.cluster.pod.Termination;

/**
 * A container of a pod.
 *
 * @param name its name
 * @param kind {@code init}, {@code sidecar}, {@code main} or {@code ephemeral}
 * @param image its image, as the pod asks for it
 * @param ready whether it is ready
 * @param restarts how often it was restarted
 * @param state {@code waiting}, {@code running}, {@code terminated} or {@code unknown}
 * @param reason why, such as {@code CrashLoopBackOff}
 * @param since when it began to run, or ended
 * @param termination how it ended, if it is terminated
 * @param lastTermination how it ended the last time before
 * @param requests what it asks for
 * @param limits what it is allowed
 * @param usage what it uses
 */
public record ContainerItem(String name, String kind, String image, boolean ready, int restarts, String state,
		@Nullable String reason, @Nullable Instant since, @Nullable Termination termination,
		@Nullable Termination lastTermination, Resources requests, Resources limits, @Nullable Resources usage) {

	static ContainerItem of(ContainerRow container, @Nullable PodUsage usage) {
		ContainerState state = container.state();
		return new ContainerItem(container.name(), container.kind().name().toLowerCase(Locale.ROOT), container.image(),
				container.ready(), container.restarts(), state.phase(), state.reason(), state.since(),
				state.termination(), container.lastTermination(), container.requests(), container.limits(),
				(usage != null) ? usage.containers().get(container.name()) : null);
	}

}
