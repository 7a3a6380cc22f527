package io.tgr.cluster.kubernetes;

import org.jspecify.annotations.Nullable;

/**
 * What somebody may do, as a Role says it.
 *
 * @param verb such as {@code list}
 * @param group the API group, empty for the core
 * @param resource the plural, such as {@code pods}
 * @param subresource such as {@code log}
 * @param namespace where, {@code null} for the whole cluster
 * @param name which object, {@code null} for all
 */
public record Right(String verb, String group, String resource, @Nullable String subresource,
		@Nullable String namespace, @Nullable String name) {

	/**
	 * The right to something in the core group.
	 * @param verb such as {@code list}
	 * @param resource the plural, such as {@code pods}
	 * @param namespace where, {@code null} for the whole cluster
	 * @return the right
	 */
	public static Right to(String verb, String resource, @Nullable String namespace) {
		return new Right(verb, "", resource, null, namespace, null);
	}

	/**
	 * The same right elsewhere.
	 * @param where the namespace, {@code null} for the whole cluster
	 * @return the right there
	 */
	public Right in(@Nullable String where) {
		return new Right(this.verb, this.group, this.resource, this.subresource, where, this.name);
	}

	/**
	 * The resource as a Role writes it.
	 * @return such as {@code pods/log}
	 */
	public String ruleResource() {
		return (this.subresource != null) ? this.resource + "/" + this.subresource : this.resource;
	}

	@Override
	public String toString() {
		return this.verb + " " + ruleResource() + ((this.group.isEmpty()) ? "" : "." + this.group)
				+ ((this.namespace != null) ? " in namespace " + this.namespace : " in all namespaces");
	}

}
