package io.tgr.trending.ranking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Component;

import io.tgr.trending.pool.StarHistory;
import io.tgr.trending.pool.TrackedRepository;

/**
 * Makes rankings.
 */
@Component
public final class Ranker {

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
		Period period = new Period(window, lastDay(repositories, yesterday));
		List<RankedRepository> rows = new ArrayList<>();
		for (TrackedRepository repository : repositories) {
			StarsInPeriod stars = StarsInPeriod.of(repository, period);
			if (stars != null) {
				rows.add(new RankedRepository(stars, this.formula.explain(stars).score()));
			}
		}
		return new Ranking(period, repositories.size(), rows);
	}

	/**
	 * Explains a row.
	 * @param row a row of a ranking
	 * @return every term of its score
	 */
	public Explanation explain(RankedRepository row) {
		return this.formula.explain(row.stars());
	}

	// The newest day that at least half of the measured know: just after midnight that is
	// not yesterday yet, and rather an older window, said so, than an almost empty one.
	private static LocalDate lastDay(List<TrackedRepository> repositories, LocalDate yesterday) {
		List<LocalDate> days = repositories.stream()
			.map(TrackedRepository::history)
			.filter(Objects::nonNull)
			.map(StarHistory::to)
			.map((day) -> (day.isAfter(yesterday)) ? yesterday : day)
			.sorted(Comparator.reverseOrder())
			.toList();
		return (days.isEmpty()) ? yesterday : days.get((days.size() - 1) / 2);
	}

}
