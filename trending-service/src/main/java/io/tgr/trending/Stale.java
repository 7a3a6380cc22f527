package io.tgr.trending;

import java.time.Instant;

/**
 * That an answer is older than it should be.
 *
 * @param since since when
 * @param reason why
 */
public record Stale(Instant since, String reason) {

}
