package io.tgr.trending;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.tgr.trending.archive.RankedOn;
import io.tgr.trending.ranking.DayStars;
import io.tgr.trending.ranking.Explanation;

/**
 * Where one repository stands.
 *
 * @param fullName {@code owner/name}, as it is now
 * @param requestedName the name asked for
 * @param renamedFrom the name asked for, if the repository has another one now
 * @param url its page
 * @param description what its owner says of it
 * @param language its main language
 * @param topics its topics
 * @param license SPDX id of its licence
 * @param createdAt when it was created
 * @param stars stars when last seen
 * @param forks forks when last seen
 * @param asOf when its stars per day were asked for, or it was seen if they never were
 * @param source where the figures come from
 * @param measured whether its stars per day are known
 * @param formula which formula made the scores
 * @param items each window
 * @param missing why something is not told: {@code archive-unavailable} when the store
 * did not tell the places of the days kept
 */
public record RepositoryAnswer(String fullName, String requestedName, @Nullable String renamedFrom, String url,
		@Nullable String description, @Nullable String language, List<String> topics, @Nullable String license,
		Instant createdAt, long stars, long forks, Instant asOf, String source, boolean measured, FormulaName formula,
		List<Standing> items, List<String> missing) {

	RepositoryAnswer requestedAs(String name) {
		boolean renamed = !name.equalsIgnoreCase(this.fullName);
		return new RepositoryAnswer(this.fullName, name, (renamed) ? name : null, this.url, this.description,
				this.language, this.topics, this.license, this.createdAt, this.stars, this.forks, this.asOf,
				this.source, this.measured, this.formula, this.items, this.missing);
	}

	/**
	 * Where it stands in one window.
	 *
	 * @param window the window
	 * @param from its first day
	 * @param to its last day
	 * @param overall its place among all languages
	 * @param inLanguage its place within its language, {@code null} without a language
	 * @param gained stars gained, {@code null} when not measured on every day
	 * @param today stars of the day that is not over
	 * @param growth stars gained against those at the window's start
	 * @param score the score, {@code null} when not measured on every day
	 * @param history stars of each day, oldest first; empty when not measured
	 * @param explain why it has this score, {@code null} when it has none
	 * @param rankHistory where it stood on each day whose ranking is kept, oldest first
	 */
	public record Standing(String window, LocalDate from, LocalDate to, Place overall, @Nullable Place inLanguage,
			@Nullable Long gained, @Nullable Integer today, @Nullable Double growth, @Nullable Double score,
			List<DayStars> history, @Nullable Explanation explain, List<RankedOn> rankHistory) {

	}

	/**
	 * A place in a ranking.
	 *
	 * @param rank the place from 1, {@code null} when not ranked
	 * @param of how many are ranked
	 */
	public record Place(@Nullable Integer rank, int of) {

	}

}
