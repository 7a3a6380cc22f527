package io.tgr.cluster.kubernetes;

import org.jspecify.annotations.Nullable;

/**
 * What a watch tells.
 *
 * @param type what happened
 * @param object what is kept of the object, {@code null} in a bookmark
 * @param resourceVersion the version that another watch goes on from
 * @param <R> what is kept of one object
 */
public record WatchEvent<R>(Type type, @Nullable R object, String resourceVersion) {

	/**
	 * What happened.
	 */
	public enum Type {

		/**
		 * It is there now.
		 */
		ADDED,
		/**
		 * It is another now.
		 */
		MODIFIED,
		/**
		 * It is gone; what is told is its last state.
		 */
		DELETED,
		/**
		 * Nothing, but the watch is alive and this far.
		 */
		BOOKMARK

	}

}
