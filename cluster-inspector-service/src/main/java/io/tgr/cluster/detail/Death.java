package io.tgr.cluster.detail;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.tgr.cluster.pod.ContainerRow;
import io.tgr.cluster.pod.Termination;

/**
 * How a container died.
 *
 * @param container its name
 * @param at when
 * @param reason the reason that Kubernetes gives, such as {@code OOMKilled}
 * @param exitCode its exit code
 * @param signal the signal that ended it, if that is known
 * @param restarted whether it was started again since
 * @param explanation the same in a plain sentence
 */
public record Death(String container, @Nullable Instant at, @Nullable String reason, int exitCode,
		@Nullable Integer signal, boolean restarted, String explanation) {

	static Death of(ContainerRow container, Termination end, boolean restarted) {
		return new Death(container.name(), end.finishedAt(), end.reason(), end.exitCode(), Signals.of(end), restarted,
				Explanations.of(end, container.limits()));
	}

}
