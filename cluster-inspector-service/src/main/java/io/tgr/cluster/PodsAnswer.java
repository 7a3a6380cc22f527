package io.tgr.cluster;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.tgr.cluster.query.PodPage;
import io.tgr.cluster.row.PodItem;
import io.tgr.cluster.watch.FreshnessReport;
import io.tgr.cluster.watch.Staleness;

/**
 * The answer of {@code GET /pods}.
 *
 * @param items the pods
 * @param asOf the moment up to which the rows are known to be the cluster's
 * @param stale why they may lag behind, {@code null} if they do not
 * @param scope what the answer covers
 * @param total how many pods there are on all pages
 * @param limit how many rows a page has at most
 * @param next what to ask for as {@code continue} to get the next page, {@code null} on
 * the last
 */
record PodsAnswer(List<PodItem> items, @Nullable Instant asOf, @Nullable Staleness stale, PodScope scope, int total,
		int limit,
		@Schema(description = "What to ask for as `continue` to get the next page, `null` on the last") @JsonProperty("continue") @Nullable String next) {

	/**
	 * The answer without its rows, which are written on their own.
	 */
	static PodsAnswer of(PodPage page, int limit, PodScope scope, FreshnessReport report) {
		return new PodsAnswer(List.of(), millis(report.asOf()), report.stale(), scope, page.total(), limit,
				page.next());
	}

	static @Nullable Instant millis(@Nullable Instant time) {
		return (time != null) ? time.truncatedTo(ChronoUnit.MILLIS) : null;
	}

}
