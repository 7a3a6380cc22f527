package io.tgr.sandbox.cluster.store;

/**
 * A version is asked for that is no longer known.
 */
public final class VersionGoneException extends RuntimeException {

	private final long requested;

	private final long oldest;

	VersionGoneException(long requested, long oldest) {
		super("too old resource version: " + requested + " (" + oldest + ")");
		this.requested = requested;
		this.oldest = oldest;
	}

	/**
	 * The version asked for.
	 * @return the version
	 */
	public long requested() {
		return this.requested;
	}

	/**
	 * The oldest that is known.
	 * @return the version
	 */
	public long oldest() {
		return this.oldest;
	}

}
