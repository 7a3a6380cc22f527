package io.tgr.trending.shapes.trendingapi;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A repository as the old API told it.
 *
 * @param author who it belongs to
 * @param name its name, without the owner
 * @param avatar the owner's picture
 * @param url its page
 * @param description what its owner says of it, empty for nothing
 * @param language its main language; left out if it has none
 * @param languageColor the colour GitHub paints the language in; left out if it has none
 * @param stars stars when last seen
 * @param forks forks when last seen
 * @param currentPeriodStars stars gained in the window
 * @param builtBy who contributed; always empty, for it would cost a call a repository
 */
record TrendingRepository(String author, String name, String avatar, String url, String description,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String language,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String languageColor, long stars, long forks,
		long currentPeriodStars, List<Contributor> builtBy) {

	/**
	 * Somebody who contributed.
	 *
	 * @param username the login
	 * @param href the profile
	 * @param avatar the picture
	 */
	record Contributor(String username, String href, String avatar) {

	}

}
