package io.tgr.cluster.pod;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The present state of a container.
 *
 * @param phase {@code waiting}, {@code running}, {@code terminated} or {@code unknown}
 * @param reason why, such as {@code CrashLoopBackOff}
 * @param since when it began to run or ended, {@code null} while it waits
 * @param termination how it ended, if it is terminated
 */
public record ContainerState(String phase, @Nullable String reason, @Nullable Instant since,
		@Nullable Termination termination) {

	/**
	 * The phase of a container that waits.
	 */
	public static final String WAITING = "waiting";

	/**
	 * The phase of a container that runs.
	 */
	public static final String RUNNING = "running";

	/**
	 * The phase of a container that ended.
	 */
	public static final String TERMINATED = "terminated";

	/**
	 * Nothing is known of it yet.
	 */
	public static final ContainerState UNKNOWN = new ContainerState("unknown", null, null, null);

}
