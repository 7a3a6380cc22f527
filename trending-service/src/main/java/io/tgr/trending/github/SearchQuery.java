package io.tgr.trending.github;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A repository search, most stars first, in pages of 100.
 *
 * @param language a language by GitHub's name, {@code null} for any
 * @param created days of creation, {@code null} for any
 * @param pushedSince pushed to on this day or later, {@code null} for any
 * @param minStars at least so many stars
 * @param maxStars at most so many stars, {@code null} for any
 * @param page the page, from 1
 */
public record SearchQuery(@Nullable String language, @Nullable Days created, @Nullable LocalDate pushedSince,
		long minStars, @Nullable Long maxStars, int page) {

	/**
	 * How many repositories a page holds.
	 */
	public static final int PAGE_SIZE = 100;

	/**
	 * All repositories of a language, the most starred of them first.
	 * @param language a language by GitHub's name, {@code null} for any
	 * @return the first page
	 */
	public static SearchQuery mostStarred(@Nullable String language) {
		return new SearchQuery(language, null, null, 1, null, 1);
	}

	/**
	 * The same query's page of that number.
	 * @param number the page, from 1
	 * @return the query
	 */
	public SearchQuery atPage(int number) {
		return new SearchQuery(this.language, this.created, this.pushedSince, this.minStars, this.maxStars, number);
	}

	/**
	 * The same query for repositories created in a span of days.
	 * @param from the first day
	 * @param to the last day, {@code null} for open
	 * @return the query
	 */
	public SearchQuery createdIn(LocalDate from, @Nullable LocalDate to) {
		return new SearchQuery(this.language, new Days(from, to), this.pushedSince, this.minStars, this.maxStars,
				this.page);
	}

	/**
	 * The same query for repositories still pushed to.
	 * @param day pushed to on this day or later
	 * @return the query
	 */
	public SearchQuery activeSince(LocalDate day) {
		return new SearchQuery(this.language, this.created, day, this.minStars, this.maxStars, this.page);
	}

	/**
	 * The same query for repositories with at most so many stars.
	 * @param stars the most stars
	 * @return the query
	 */
	public SearchQuery upTo(long stars) {
		return new SearchQuery(this.language, this.created, this.pushedSince, Math.min(this.minStars, stars), stars,
				this.page);
	}

	/**
	 * GitHub's words for it.
	 * @return the {@code q} parameter
	 */
	String terms() {
		List<String> terms = new ArrayList<>();
		if (this.language != null) {
			terms.add("language:\"" + this.language + "\"");
		}
		terms.add(
				(this.maxStars != null) ? "stars:" + this.minStars + ".." + this.maxStars : "stars:>=" + this.minStars);
		if (this.created != null) {
			terms.add("created:" + this.created.range());
		}
		if (this.pushedSince != null) {
			terms.add("pushed:>=" + this.pushedSince);
		}
		return String.join(" ", terms);
	}

	/**
	 * A span of days.
	 *
	 * @param from the first day
	 * @param to the last day, {@code null} for open
	 */
	public record Days(LocalDate from, @Nullable LocalDate to) {

		String range() {
			return (this.to != null) ? this.from + ".." + this.to : ">=" + this.from;
		}

	}

}
