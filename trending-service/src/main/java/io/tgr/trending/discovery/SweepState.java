package io.tgr.trending.discovery;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How far the sweep of a language has come.
 *
 * @param stage what has been done
 * @param missing why not all of it: {@code quota}, {@code github-unavailable},
 * {@code details-unavailable}, {@code pending}, ...; empty when complete
 * @param asOf when the oldest figure the language rests on was asked for, {@code null}
 * before the first
 * @param staleSince since when a refresh has been due and failed, {@code null} while
 * current
 */
public record SweepState(Stage stage, List<String> missing, @Nullable Instant asOf, @Nullable Instant staleSince) {

	/**
	 * Stages of a sweep.
	 */
	public enum Stage {

		/**
		 * Nobody asked GitHub yet.
		 */
		NEVER,
		/**
		 * A first bounded run gave figures; the rest follows in the background.
		 */
		INCOMPLETE,
		/**
		 * All planned searches were made and the chosen candidates measured.
		 */
		COMPLETE

	}

}
