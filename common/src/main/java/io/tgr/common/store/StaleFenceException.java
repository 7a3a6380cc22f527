package io.tgr.common.store;

/**
 * Somebody newer holds the lease that a write was made under.
 */
public final class StaleFenceException extends StoreException {

	private final transient Fence fence;

	public StaleFenceException(Fence fence) {
		super("The lease '%s' has gone to somebody newer than %d".formatted(fence.lease(), fence.value()), null);
		this.fence = fence;
	}

	/**
	 * What the lease was once won with.
	 * @return the fence
	 */
	public Fence fence() {
		return this.fence;
	}

}
