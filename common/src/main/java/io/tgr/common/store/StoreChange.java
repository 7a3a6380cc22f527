package io.tgr.common.store;

import java.util.List;

/**
 * What another replica changed.
 *
 * @param kind what happened
 * @param keys the keys that were written or removed, none for a resync
 */
public record StoreChange(Kind kind, List<String> keys) {

	/**
	 * Something may have been missed.
	 */
	public static final StoreChange RESYNC = new StoreChange(Kind.RESYNC, List.of());

	/**
	 * Keys were written.
	 * @param keys the keys
	 * @return the change
	 */
	public static StoreChange written(List<String> keys) {
		return new StoreChange(Kind.WRITTEN, keys);
	}

	/**
	 * Keys were removed.
	 * @param keys the keys
	 * @return the change
	 */
	public static StoreChange removed(List<String> keys) {
		return new StoreChange(Kind.REMOVED, keys);
	}

	/**
	 * What happened.
	 */
	public enum Kind {

		/**
		 * Keys were written.
		 */
		WRITTEN,

		/**
		 * Keys were removed.
		 */
		REMOVED,

		/**
		 * Changes may have been missed: read again what matters.
		 */
		RESYNC

	}

}
