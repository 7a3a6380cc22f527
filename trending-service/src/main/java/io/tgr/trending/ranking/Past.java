package io.tgr.trending.ranking;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.tgr.trending.pool.Candidate;
import io.tgr.trending.pool.StarDays;
import io.tgr.trending.pool.StarHistory;
import io.tgr.trending.pool.TrackedRepository;

/**
 * What star histories tell of windows that ended before the last one: stars as they were
 * at the end of the day, and nothing of the days after it. Forks are those of today.
 */
public final class Past {

	/**
	 * How many days back there may be anything to tell.
	 */
	public static final int MOST_DAYS = 90;

	private static final int TOP = 100;

	private Past() {
	}

	/**
	 * The first day that a window may end with: at least half of the top know all of it,
	 * as it is asked of the last day.
	 * @param repositories those known
	 * @param window how far to look back
	 * @param last the last day that is known
	 * @return the day, {@code null} if no window at all is known
	 */
	public static @Nullable LocalDate firstDay(List<TrackedRepository> repositories, Window window, LocalDate last) {
		List<LocalDate> days = repositories.stream()
			.filter((repository) -> repository.history() != null)
			.sorted(Comparator.comparingDouble(Past::pace).reversed())
			.limit(TOP)
			.map((repository) -> firstDay(repository, window))
			.sorted()
			.toList();
		if (days.isEmpty()) {
			return null;
		}
		LocalDate half = days.get((days.size() - 1) / 2);
		LocalDate earliest = last.minusDays(MOST_DAYS - 1L);
		LocalDate first = (half.isBefore(earliest)) ? earliest : half;
		return (first.isAfter(last)) ? null : first;
	}

	static @Nullable StarsInPeriod of(TrackedRepository repository, Period period) {
		StarHistory history = repository.history();
		if (history == null || history.to().isBefore(period.to()) || created(repository).isAfter(period.to())) {
			return null;
		}
		if (history.to().equals(period.to())) {
			return StarsInPeriod.of(repository, period);
		}
		int days = (int) (period.to().toEpochDay() - history.from().toEpochDay()) + 1;
		if (days < 1) {
			return null;
		}
		Candidate candidate = repository.candidate();
		long total = (history.total() != null) ? history.total() : candidate.stars();
		long then = Math.max(0, total - history.sum(days, history.days().size()) - history.today());
		StarHistory past = new StarHistory(history.from(), StarDays.of(history.days()).first(days), 0, history.asOf(),
				then);
		return StarsInPeriod.of(new TrackedRepository(candidate.withStars(then), past), period);
	}

	private static LocalDate firstDay(TrackedRepository repository, Window window) {
		StarHistory history = Objects.requireNonNull(repository.history());
		LocalDate created = created(repository);
		return (history.from().isAfter(created)) ? history.from().plusDays(window.days() - 1L) : created;
	}

	private static LocalDate created(TrackedRepository repository) {
		return LocalDate.ofInstant(repository.candidate().createdAt(), ZoneOffset.UTC);
	}

	private static double pace(TrackedRepository repository) {
		return Objects.requireNonNull(repository.history()).pace();
	}

}
