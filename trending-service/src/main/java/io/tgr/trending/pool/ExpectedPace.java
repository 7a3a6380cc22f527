package io.tgr.trending.pool;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.jspecify.annotations.Nullable;

/**
 * How many stars a day a repository may be expected to gain: its stars over its age, less
 * when nobody works on it, or the pace between two sightings if that is faster; once
 * measured, what was measured.
 */
public final class ExpectedPace {

	private static final double YOUNG_DAYS = 7;

	/**
	 * Below 1: old repositories with very many stars still gain more than their age says.
	 */
	private static final double AGE_EXPONENT = 0.8;

	private final Clock clock;

	public ExpectedPace(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Sorts by what may be expected without having been measured.
	 * @param repositories some repositories
	 * @return the most promising first, whether measured or not
	 */
	public List<TrackedRepository> byProspect(List<TrackedRepository> repositories) {
		return sorted(repositories, this::prospect);
	}

	/**
	 * Sorts by what was measured.
	 * @param repositories some repositories
	 * @return those that have been measured, the fastest growing first
	 */
	public List<TrackedRepository> byMeasurement(List<TrackedRepository> repositories) {
		return sorted(repositories.stream().filter((repository) -> repository.history() != null).toList(),
				(repository) -> measured(repository.history()));
	}

	/**
	 * How fast a repository gains stars by what searches showed.
	 * @param repository the repository
	 * @return stars a day, 0 unless two searches showed it
	 */
	public double sighted(TrackedRepository repository) {
		Double pace = repository.sightings().pace();
		return (pace != null) ? pace : 0;
	}

	/**
	 * How fast a repository grows by all that is known of it.
	 * @param repository the repository
	 * @return stars a day: what was measured, or what searches have shown since if that
	 * is more; of one never measured what may be expected
	 */
	double of(TrackedRepository repository) {
		StarHistory history = repository.history();
		if (history == null) {
			return prospect(repository);
		}
		boolean seenSince = repository.candidate().seenAt().isAfter(history.asOf());
		return (seenSince) ? Math.max(history.pace(), sighted(repository)) : history.pace();
	}

	private static List<TrackedRepository> sorted(List<TrackedRepository> repositories,
			ToDoubleFunction<TrackedRepository> pace) {
		return repositories.stream()
			.map((repository) -> new Rated(repository, pace.applyAsDouble(repository)))
			.sorted(Comparator.comparingDouble(Rated::pace)
				.reversed()
				.thenComparing((rated) -> rated.repository().candidate().fullName()))
			.map(Rated::repository)
			.toList();
	}

	private double prospect(TrackedRepository repository) {
		Double pace = repository.sightings().pace();
		double overItsLife = overItsLife(repository.candidate());
		return (pace != null) ? Math.max(pace, overItsLife) : overItsLife;
	}

	private double overItsLife(Candidate candidate) {
		Instant now = this.clock.instant();
		double age = Math.max(0, days(Duration.between(candidate.createdAt(), now)));
		Instant pushedAt = (candidate.pushedAt() != null) ? candidate.pushedAt() : candidate.createdAt();
		return candidate.stars() / Math.pow(age + YOUNG_DAYS, AGE_EXPONENT)
				* liveliness(days(Duration.between(pushedAt, now)));
	}

	private static double measured(@Nullable StarHistory history) {
		return (history != null) ? history.pace() : 0;
	}

	private static double liveliness(double idleDays) {
		if (idleDays <= 7) {
			return 1;
		}
		if (idleDays <= 30) {
			return 0.7;
		}
		return (idleDays <= 180) ? 0.4 : 0.2;
	}

	private static double days(Duration duration) {
		return duration.toSeconds() / 86_400.0;
	}

	/**
	 * A repository and what may be expected of it.
	 */
	private record Rated(TrackedRepository repository, double pace) {

	}

}
