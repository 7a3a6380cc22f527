package io.tgr.details;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.tgr.common.web.Problem;

/**
 * One part of a repository: what it is, or why it is missing.
 *
 * @param asOf when GitHub was asked, {@code null} when it gave nothing
 * @param stale whether GitHub could not be asked again when it was due
 * @param problem why the part is missing, {@code null} when it is not
 * @param value the part; {@code null} when missing, and for a release when there is none
 * yet
 * @param <T> the type of the part
 */
record PartAnswer<T>(@Nullable Instant asOf, boolean stale, @Nullable Problem problem, @Nullable T value) {

}
