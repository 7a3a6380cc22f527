package io.tgr.cluster.query;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.tgr.cluster.pod.PodRow;

/**
 * A page of rows.
 *
 * @param rows the rows
 * @param total how many there are on all pages
 * @param next what the next page goes on from, {@code null} on the last
 */
public record PodPage(List<PodRow> rows, int total, @Nullable String next) {

}
