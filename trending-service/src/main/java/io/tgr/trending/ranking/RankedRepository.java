package io.tgr.trending.ranking;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.tgr.trending.pool.Candidate;
import io.tgr.trending.pool.StarHistory;

/**
 * A repository and the figures it is ranked by, now or on a day of the past.
 */
public final class RankedRepository {

	private final StarsInPeriod stars;

	private final long gained;

	private final @Nullable Double growth;

	private final double score;

	private final @Nullable Explanation explanation;

	RankedRepository(StarsInPeriod stars, double score) {
		this(stars, stars.growth(), score, null);
	}

	private RankedRepository(StarsInPeriod stars, @Nullable Double growth, double score,
			@Nullable Explanation explanation) {
		this.stars = stars;
		this.gained = stars.gained();
		this.growth = growth;
		this.score = score;
		this.explanation = explanation;
	}

	/**
	 * A row as it once was, with the score it had then.
	 * @param candidate the repository, its stars and forks as they were
	 * @param history the days of the window
	 * @param period the window
	 * @param growth its growth then
	 * @param score its score then
	 * @param explanation why
	 * @return the row
	 */
	public static RankedRepository kept(Candidate candidate, StarHistory history, Period period,
			@Nullable Double growth, double score, Explanation explanation) {
		return new RankedRepository(new StarsInPeriod(candidate, history, period), growth, score, explanation);
	}

	/**
	 * The repository.
	 * @return it, as last seen
	 */
	public Candidate candidate() {
		return this.stars.candidate();
	}

	/**
	 * Stars gained in the window.
	 * @return the sum of {@link #history()}
	 */
	public long gained() {
		return this.gained;
	}

	/**
	 * Stars gained against those at the window's start.
	 * @return the ratio, {@code null} for a repository that is younger than the window or
	 * had none then
	 */
	public @Nullable Double growth() {
		return this.growth;
	}

	/**
	 * What the formula gives.
	 * @return the score, to two places
	 */
	public double score() {
		return this.score;
	}

	/**
	 * Stars of the day that is not over.
	 * @param day that day
	 * @return its stars so far, {@code null} if nobody asked since it began, or if this
	 * was kept: then the day had just begun
	 */
	public @Nullable Integer today(LocalDate day) {
		return (this.explanation == null && this.stars.history().to().plusDays(1).equals(day))
				? this.stars.history().today() : null;
	}

	/**
	 * The days of the window.
	 * @return oldest first
	 */
	public List<DayStars> history() {
		return this.stars.days();
	}

	@Nullable Explanation explanation() {
		return this.explanation;
	}

	StarsInPeriod stars() {
		return this.stars;
	}

}
