package io.tgr.trending.ranking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.tgr.trending.pool.StarHistory;
import io.tgr.trending.pool.TrackedRepository;

/**
 * Makes rankings.
 */
@Component
public final class Ranker {

	private static final int TOP = 100;

	private final Formula formula;

	public Ranker(Formula formula) {
		this.formula = formula;
	}

	/**
	 * Ranks whatever was measured on every day of the window.
	 * @param repositories those known
	 * @param window how far to look back
	 * @param yesterday the last complete day
	 * @return the ranking
	 */
	public Ranking rank(List<TrackedRepository> repositories, Window window, LocalDate yesterday) {
		return rank(repositories, new Period(window, lastDay(repositories, yesterday)), StarsInPeriod::of);
	}

	/**
	 * Ranks as it would have been done on a day of the past, by what is known now of the
	 * days up to then.
	 * @param repositories those known
	 * @param period a window that ends on that day
	 * @return the ranking
	 */
	public Ranking replay(List<TrackedRepository> repositories, Period period) {
		return rank(repositories, period, Past::of);
	}

	private Ranking rank(List<TrackedRepository> repositories, Period period,
			BiFunction<TrackedRepository, Period, @Nullable StarsInPeriod> look) {
		List<RankedRepository> rows = new ArrayList<>();
		for (TrackedRepository repository : repositories) {
			StarsInPeriod stars = look.apply(repository, period);
			if (stars != null) {
				rows.add(new RankedRepository(stars, this.formula.explain(stars).score()));
			}
		}
		return new Ranking(period, repositories.size(), rows);
	}

	/**
	 * When the oldest figure was taken that a ranking would rest on.
	 * @param repositories those known
	 * @param window how far to look back
	 * @param yesterday the last complete day
	 * @return the time, {@code null} if nothing would be ranked
	 */
	public @Nullable Instant asOf(List<TrackedRepository> repositories, Window window, LocalDate yesterday) {
		Period period = new Period(window, lastDay(repositories, yesterday));
		return repositories.stream()
			.map((repository) -> StarsInPeriod.of(repository, period))
			.filter(Objects::nonNull)
			.map((stars) -> stars.history().asOf())
			.min(Comparator.naturalOrder())
			.orElse(null);
	}

	/**
	 * Explains a row.
	 * @param row a row of a ranking
	 * @return every term of its score
	 */
	public Explanation explain(RankedRepository row) {
		Explanation kept = row.explanation();
		return (kept != null) ? kept : this.formula.explain(row.stars());
	}

	// The newest day that at least half of the top know: just after midnight that is not
	// yesterday yet, and rather an older window, said so, than an almost empty one. The
	// top
	// is what is measured again first, so it never waits for those that are not.
	private static LocalDate lastDay(List<TrackedRepository> repositories, LocalDate yesterday) {
		List<LocalDate> days = repositories.stream()
			.map(TrackedRepository::history)
			.filter(Objects::nonNull)
			.sorted(Comparator.comparingDouble(StarHistory::pace).reversed())
			.limit(TOP)
			.map(StarHistory::to)
			.map((day) -> (day.isAfter(yesterday)) ? yesterday : day)
			.sorted(Comparator.reverseOrder())
			.toList();
		return (days.isEmpty()) ? yesterday : days.get((days.size() - 1) / 2);
	}

}
