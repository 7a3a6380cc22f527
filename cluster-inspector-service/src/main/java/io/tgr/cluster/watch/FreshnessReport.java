package io.tgr.cluster.watch;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.tgr.cluster.kubernetes.Right;

/**
 * How much the rows can be trusted, and what they leave out.
 *
 * @param listed whether the pods have been listed; if not, nothing can be said of them,
 * and either {@code stale} tells why or {@code namespaces} is empty since nothing is
 * allowed
 * @param asOf the moment up to which the rows are known to be the cluster's, {@code null}
 * before they are listed
 * @param stale why they may lag behind, {@code null} if they do not
 * @param namespaces the namespaces that are followed, {@code null} for the whole cluster
 * @param missing rights that we would use and do not have, those included without which
 * all goes on
 */
public record FreshnessReport(boolean listed, @Nullable Instant asOf, @Nullable Staleness stale,
		@Nullable Set<String> namespaces, List<Right> missing) {

}
