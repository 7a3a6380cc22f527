package io.tgr.cluster.pod;

import org.jspecify.annotations.Nullable;

/**
 * What is kept of a container.
 *
 * @param name its name
 * @param kind what it is to its pod
 * @param image the image, as the pod asks for it
 * @param ready whether it is ready
 * @param restarts how often it was restarted
 * @param state its present state
 * @param lastTermination how it ended the last time before
 * @param requests what it asks for
 * @param limits what it is allowed
 */
public record ContainerRow(String name, ContainerKind kind, String image, boolean ready, int restarts,
		ContainerState state, @Nullable Termination lastTermination, Resources requests, Resources limits) {

}
