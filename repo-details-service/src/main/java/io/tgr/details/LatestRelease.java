package io.tgr.details;

import org.jspecify.annotations.Nullable;

/**
 * The answer to which release is the latest: there may be none.
 *
 * @param release the release, {@code null} when there is none yet
 */
public record LatestRelease(@Nullable Release release) {

	/**
	 * No release yet.
	 */
	public static final LatestRelease NONE = new LatestRelease(null);

}
