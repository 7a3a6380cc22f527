package io.tgr.cluster.query;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What {@code GET /pods} asks for.
 *
 * @param filter which pods
 * @param order in which order
 * @param limit how many rows at most
 * @param after where the last page ended, {@code null} for the first
 * @param text what makes it differ from other queries, apart from limit and continue
 */
public record PodQuery(PodFilter filter, PodOrder order, int limit, @Nullable Place after, String text) {

	/**
	 * The namespaces asked for.
	 * @return the namespaces, empty for all
	 */
	public Set<String> namespaces() {
		return this.filter.namespaces();
	}

}
