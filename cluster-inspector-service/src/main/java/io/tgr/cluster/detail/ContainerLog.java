package io.tgr.cluster.detail;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.tgr.cluster.kubernetes.LogTail;

/**
 * The end of a container's log.
 *
 * @param container the container
 * @param previous whether it is that of the container before its last restart
 * @param lines the last lines
 * @param cut whether they were more than may be told
 * @param problem why there are none, {@code null} if there may be some
 */
public record ContainerLog(String container, boolean previous, List<String> lines, boolean cut,
		@Nullable String problem) {

	static ContainerLog of(LogName name, LogTail tail) {
		return new ContainerLog(name.container(), name.previous(), tail.lines(), tail.cut(), null);
	}

	static ContainerLog failed(LogName name, Throwable failure) {
		return new ContainerLog(name.container(), name.previous(), List.of(), false,
				String.valueOf(failure.getMessage()));
	}

}
