package io.tgr.cluster.access;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.tgr.cluster.kubernetes.TokenUser;

/**
 * What a caller may see.
 *
 * @param user who asks, {@code null} when access is open
 * @param namespaces the namespaces, {@code null} for all
 * @param withheld how many of the namespaces we know he may not see
 */
public record View(@Nullable TokenUser user, @Nullable Set<String> namespaces, int withheld) {

	/**
	 * Whether a namespace is in it.
	 * @param namespace the namespace
	 * @return {@code false} if its pods are not for this caller
	 */
	public boolean sees(String namespace) {
		return this.namespaces == null || this.namespaces.contains(namespace);
	}

}
