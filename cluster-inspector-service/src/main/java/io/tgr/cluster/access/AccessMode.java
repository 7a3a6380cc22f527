package io.tgr.cluster.access;

/**
 * Who may ask.
 */
enum AccessMode {

	/**
	 * Who has a token of the cluster, and for what its rights allow.
	 */
	REVIEW,
	/**
	 * Anybody for anything: for the sandbox only.
	 */
	OPEN

}
