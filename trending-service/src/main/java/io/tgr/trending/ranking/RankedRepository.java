package io.tgr.trending.ranking;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.tgr.trending.pool.Candidate;

/**
 * A repository and the figures it is ranked by.
 */
public final class RankedRepository {

	private final StarsInPeriod stars;

	private final long gained;

	private final @Nullable Double growth;

	private final double score;

	RankedRepository(StarsInPeriod stars, double score) {
		this.stars = stars;
		this.gained = stars.gained();
		this.growth = stars.growth();
		this.score = score;
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
	 * @return its stars so far, {@code null} if nobody asked since it began
	 */
	public @Nullable Integer today(LocalDate day) {
		return (this.stars.history().to().plusDays(1).equals(day)) ? this.stars.history().today() : null;
	}

	/**
	 * The days of the window.
	 * @return oldest first
	 */
	public List<DayStars> history() {
		return this.stars.days();
	}

	StarsInPeriod stars() {
		return this.stars;
	}

}
