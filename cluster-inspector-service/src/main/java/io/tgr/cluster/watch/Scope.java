package io.tgr.cluster.watch;

import org.jspecify.annotations.Nullable;

/**
 * What one list and its watch cover.
 *
 * @param namespace the namespace, {@code null} for the whole cluster
 */
record Scope(@Nullable String namespace) {

	static final Scope CLUSTER = new Scope(null);

	boolean covers(String other) {
		return this.namespace == null || this.namespace.equals(other);
	}

	@Override
	public String toString() {
		return (this.namespace != null) ? "namespace " + this.namespace : "the whole cluster";
	}

}
