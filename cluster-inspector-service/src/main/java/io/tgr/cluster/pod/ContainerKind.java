package io.tgr.cluster.pod;

/**
 * What a container is to its pod.
 */
public enum ContainerKind {

	/**
	 * Runs before the others and ends.
	 */
	INIT,
	/**
	 * An init container that is restarted, and runs beside the others.
	 */
	SIDECAR,
	/**
	 * What the pod is for.
	 */
	MAIN,
	/**
	 * Was put in to debug.
	 */
	EPHEMERAL

}
