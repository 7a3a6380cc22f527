package io.tgr.cluster.row;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.tgr.cluster.kubernetes.Right;

/**
 * What of the rows a caller may see beyond the pods.
 *
 * @param warnings where he may see warning events
 * @param usage where he may see what pods use
 */
public record VisibleParts(Where warnings, Where usage) {

	/**
	 * Only the pods themselves.
	 */
	public static final VisibleParts NONE = new VisibleParts(Where.NOWHERE, Where.NOWHERE);

	/**
	 * The rights that the caller would need to see more.
	 * @return the rights
	 */
	public List<String> denied() {
		return Stream.concat(this.warnings.denied().stream(), this.usage.denied().stream())
			.map(Right::toString)
			.toList();
	}

	/**
	 * Where something may be seen.
	 *
	 * @param namespaces the namespaces, {@code null} for all
	 * @param denied the rights that are missing elsewhere
	 */
	public record Where(@Nullable Set<String> namespaces, List<Right> denied) {

		static final Where EVERYWHERE = new Where(null, List.of());

		static final Where NOWHERE = new Where(Set.of(), List.of());

		/**
		 * Whether it may be seen in a namespace.
		 * @param namespace the namespace
		 * @return whether it may
		 */
		public boolean in(String namespace) {
			return this.namespaces == null || this.namespaces.contains(namespace);
		}

	}

}
