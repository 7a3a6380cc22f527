package io.tgr.cluster.row;

import org.jspecify.annotations.Nullable;

import io.tgr.cluster.pod.Owner;

/**
 * What a pod belongs to.
 *
 * @param kind such as {@code Deployment}
 * @param name its name
 */
public record OwnerItem(String kind, String name) {

	static @Nullable OwnerItem of(@Nullable Owner owner) {
		return (owner != null) ? new OwnerItem(owner.kind(), owner.name()) : null;
	}

}
