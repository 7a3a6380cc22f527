package io.tgr.cluster.watch;

import org.jspecify.annotations.Nullable;

import io.tgr.cluster.pod.PodRow;

/**
 * Something that happened to a pod, or to our sight of all of them.
 *
 * @param position where to go on from after this change
 * @param type what happened
 * @param before the row as it was, {@code null} if there was none
 * @param after the row as it is now, {@code null} if there is none
 */
public record PodChange(Position position, Type type, @Nullable PodRow before, @Nullable PodRow after) {

	/**
	 * What happened.
	 */
	public enum Type {

		/**
		 * A pod is there, or comes into sight.
		 */
		ADDED,
		/**
		 * A pod has changed.
		 */
		MODIFIED,
		/**
		 * A pod is gone, or out of sight.
		 */
		DELETED,
		/**
		 * Forget all rows: those of now follow as {@link #ADDED}, up to a
		 * {@link #BOOKMARK}.
		 */
		RESET,
		/**
		 * From here on the rows may lag behind the cluster.
		 */
		STALE,
		/**
		 * The rows are the cluster's again.
		 */
		CURRENT,
		/**
		 * All rows have been told: from here on it is safe to go on after a
		 * disconnection.
		 */
		BOOKMARK

	}

}
