package io.tgr.cluster.watch;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.tgr.cluster.kubernetes.Right;

/**
 * How far our rights go.
 *
 * @param kinds what of each kind we may list and watch
 * @param usage where we may see usage
 * @param missing the rights that would take us further
 */
record Reach(Map<String, Set<Scope>> kinds, Set<Scope> usage, List<Right> missing) {

	Set<Scope> of(String kind) {
		return this.kinds.getOrDefault(kind, Set.of());
	}

}
