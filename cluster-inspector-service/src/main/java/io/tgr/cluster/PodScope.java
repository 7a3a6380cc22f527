package io.tgr.cluster;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.tgr.cluster.access.View;
import io.tgr.cluster.kubernetes.Right;
import io.tgr.cluster.row.VisibleParts;
import io.tgr.cluster.watch.FreshnessReport;

/**
 * What an answer covers, and what it leaves out.
 *
 * @param namespaces the namespaces it covers, {@code null} for the whole cluster
 * @param withheld how many namespaces the caller may not see
 * @param missing what this service's own account may not do
 * @param denied what the caller may not do, so that it is left out of the rows
 */
record PodScope(@Nullable Set<String> namespaces, int withheld, List<String> missing, List<String> denied) {

	static PodScope of(View view, FreshnessReport report, VisibleParts parts) {
		Set<String> where = (view.namespaces() != null) ? view.namespaces() : report.namespaces();
		return new PodScope(where, view.withheld(), report.missing().stream().map(Right::toString).toList(),
				parts.denied());
	}

}
