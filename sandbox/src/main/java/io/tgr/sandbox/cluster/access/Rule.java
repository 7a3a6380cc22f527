package io.tgr.sandbox.cluster.access;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What may be done with what, and where.
 *
 * @param verbs the verbs, {@code *} for all
 * @param resources the resources as kubectl has them ({@code pods}, {@code pods/log},
 * {@code replicasets.apps}), {@code *} for all
 * @param namespaces the namespaces; none for the whole cluster
 */
public record Rule(List<String> verbs, List<String> resources, List<String> namespaces) {

	/**
	 * A rule for the whole cluster.
	 * @param verbs verbs with commas between
	 * @param resources resources with commas between
	 * @return the rule
	 */
	public static Rule of(String verbs, String resources) {
		return new Rule(List.of(verbs.split(",")), List.of(resources.split(",")), List.of());
	}

	/**
	 * The same in some namespaces only.
	 * @param namespaces the namespaces
	 * @return the rule
	 */
	public Rule in(String... namespaces) {
		return new Rule(this.verbs, this.resources, List.of(namespaces));
	}

	boolean covers(String verb, String resource, @Nullable String namespace) {
		return covers(this.verbs, verb) && covers(this.resources, resource)
				&& (this.namespaces.isEmpty() || (namespace != null && this.namespaces.contains(namespace)));
	}

	// A right to be in the cluster is gone too when it is taken in one namespace.
	boolean touches(String verb, String resource, @Nullable String namespace) {
		return covers(this.verbs, verb) && covers(this.resources, resource)
				&& (this.namespaces.isEmpty() || namespace == null || this.namespaces.contains(namespace));
	}

	boolean reaches(String namespace) {
		return this.namespaces.isEmpty() || this.namespaces.contains(namespace);
	}

	private static boolean covers(List<String> known, String asked) {
		return known.contains("*") || known.contains(asked);
	}

}
