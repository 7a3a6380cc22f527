package io.tgr.trending.ranking;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import io.tgr.trending.pool.Candidate;
import io.tgr.trending.pool.StarHistory;
import io.tgr.trending.pool.TrackedRepository;

/**
 * What a repository gained in a period all of whose days have been measured. Days before
 * its creation count as measured: nobody starred it then.
 *
 * @param candidate the repository
 * @param history its stars per day
 * @param period the period
 */
record StarsInPeriod(Candidate candidate, StarHistory history, Period period) {

	static @Nullable StarsInPeriod of(TrackedRepository repository, Period period) {
		StarHistory history = repository.history();
		if (history == null || history.to().isBefore(period.to())) {
			return null;
		}
		StarsInPeriod stars = new StarsInPeriod(repository.candidate(), history, period);
		return (!history.from().isAfter(stars.created()) || !history.from().isAfter(period.from())) ? stars : null;
	}

	LocalDate created() {
		return LocalDate.ofInstant(this.candidate.createdAt(), ZoneOffset.UTC);
	}

	boolean youngerThanPeriod() {
		return this.candidate.createdAt().isAfter(this.period.start());
	}

	long gained() {
		return between(this.period.from(), this.period.to());
	}

	/**
	 * Stars when the period began: what it had when it was measured, less what came
	 * since.
	 */
	long atStart() {
		long since = between(this.period.from(), this.history.to()) + this.history.today();
		long total = (this.history.total() != null) ? this.history.total() : this.candidate.stars();
		return Math.max(0, total - since);
	}

	@Nullable Double growth() {
		long atStart = atStart();
		return (youngerThanPeriod() || atStart == 0) ? null : (double) gained() / atStart;
	}

	/**
	 * The sum of some days; those not measured count as none.
	 */
	long between(LocalDate from, LocalDate to) {
		return this.history.sum(index(from), index(to) + 1);
	}

	/**
	 * The first day that is known: those before the creation are, too.
	 */
	LocalDate knownFrom() {
		return (this.history.from().isAfter(created())) ? this.history.from() : LocalDate.MIN;
	}

	/**
	 * Stars a day; days not measured count on neither side.
	 */
	double perDay(LocalDate from, LocalDate to) {
		LocalDate first = later(from, knownFrom());
		return (first.isAfter(to)) ? 0 : (double) between(first, to) / (first.until(to, ChronoUnit.DAYS) + 1);
	}

	/**
	 * On how many of some days anybody starred it, of those that it was there and
	 * measured.
	 */
	double starredShare(LocalDate from, LocalDate to) {
		LocalDate first = later(from, later(created(), this.history.from()));
		int starred = 0;
		for (int day = index(first); day <= index(to); day++) {
			starred += (this.history.days().get(day) > 0) ? 1 : 0;
		}
		return (first.isAfter(to)) ? 0 : (double) starred / (index(to) - index(first) + 1);
	}

	long largestDay(LocalDate from) {
		return from.datesUntil(this.period.to().plusDays(1)).mapToLong((day) -> between(day, day)).max().orElse(0);
	}

	List<DayStars> days() {
		return IntStream.range(0, this.period.window().days())
			.mapToObj((day) -> this.period.from().plusDays(day))
			.map((date) -> new DayStars(date, (int) between(date, date)))
			.toList();
	}

	private static LocalDate later(LocalDate one, LocalDate other) {
		return (one.isAfter(other)) ? one : other;
	}

	private int index(LocalDate date) {
		return (int) (date.toEpochDay() - this.history.from().toEpochDay());
	}

}
