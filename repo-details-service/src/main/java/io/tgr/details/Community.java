package io.tgr.details;

import java.util.List;

/**
 * GitHub's community profile.
 *
 * @param healthPercentage GitHub's own measure
 * @param files the community files that are there, for example {@code readme}
 */
public record Community(int healthPercentage, List<String> files) {

	public Community {
		files = List.copyOf(files);
	}

}
