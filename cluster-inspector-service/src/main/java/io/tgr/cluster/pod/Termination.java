package io.tgr.cluster.pod;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How a container ended. What it wrote as its last words stays out: it may be a piece of
 * its log.
 *
 * @param reason such as {@code OOMKilled}, {@code Error} or {@code Completed}
 * @param exitCode its exit code
 * @param signal the signal that ended it, if the runtime says so
 * @param startedAt when it began
 * @param finishedAt when it ended
 */
public record Termination(@Nullable String reason, int exitCode, @Nullable Integer signal, @Nullable Instant startedAt,
		@Nullable Instant finishedAt) {

}
