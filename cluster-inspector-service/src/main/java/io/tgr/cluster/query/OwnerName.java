package io.tgr.cluster.query;

import org.jspecify.annotations.Nullable;

import io.tgr.cluster.pod.Owner;

/**
 * What a pod has to belong to.
 *
 * @param kind its kind, in any case; {@code null} for any
 * @param name its name
 */
record OwnerName(@Nullable String kind, String name) {

	static OwnerName parse(String text) {
		int slash = text.indexOf('/');
		return (slash < 0) ? new OwnerName(null, text)
				: new OwnerName(text.substring(0, slash), text.substring(slash + 1));
	}

	boolean names(@Nullable Owner owner) {
		return owner != null && owner.name().equals(this.name)
				&& (this.kind == null || owner.kind().equalsIgnoreCase(this.kind));
	}

}
