package io.tgr.cluster.stream;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.tgr.cluster.access.View;
import io.tgr.cluster.pod.PodRow;
import io.tgr.cluster.query.PodFilter;
import io.tgr.cluster.row.VisibleParts;
import io.tgr.cluster.watch.Owners;

/**
 * What a caller may see at the moment.
 *
 * @param view which pods
 * @param parts what of them
 */
record Sight(View view, VisibleParts parts) {

	/**
	 * Ends the id of an event, so that it is known which namespaces it was of.
	 * @return the same for the same namespaces
	 */
	String mark() {
		Set<String> namespaces = this.view.namespaces();
		return (namespaces != null)
				? "/" + UUID
					.nameUUIDFromBytes(String.join(",", new TreeSet<>(namespaces)).getBytes(StandardCharsets.UTF_8))
				: "/all";
	}

	boolean sameView(Sight other) {
		return Objects.equals(this.view.namespaces(), other.view.namespaces());
	}

	boolean shows(@Nullable PodRow row, PodFilter filter, Owners owners) {
		return row != null && this.view.sees(row.key().namespace()) && filter.matches(row, owners);
	}

}
