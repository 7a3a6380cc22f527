package io.tgr.cluster.watch;

import java.time.Instant;

/**
 * Why rows may lag behind the cluster.
 *
 * @param since since when
 * @param reason such as {@code unreachable}, {@code timeout}, {@code unavailable},
 * {@code unauthenticated}, {@code not-allowed}, or {@code silent}
 * @param detail the same in words
 */
public record Staleness(Instant since, String reason, String detail) {

	static final String SILENT = "silent";

}
