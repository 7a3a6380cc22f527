package io.tgr.trending.discovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import io.tgr.trending.pool.CandidatePool;
import io.tgr.trending.pool.ExpectedPace;
import io.tgr.trending.pool.StarHistory;
import io.tgr.trending.pool.TrackedRepository;

/**
 * Chooses which repositories are worth another measurement.
 */
class MeasuringPlan {

	private static final Duration QUIET = Duration.ofMinutes(5);

	private final CandidatePool pool;

	private final ExpectedPace pace;

	private final Prospects prospects;

	private final Measurer measurer;

	private final Planner planner;

	private final Sweeps sweeps;

	// Where nothing was due at the last look; few entries, one a scope.
	private final Map<Scope, Quiet> quiet = new ConcurrentHashMap<>();

	private final Clock clock;

	MeasuringPlan(CandidatePool pool, ExpectedPace pace, Prospects prospects, Measurer measurer, Planner planner,
			Sweeps sweeps, Clock clock) {
		this.pool = pool;
		this.pace = pace;
		this.prospects = prospects;
		this.measurer = measurer;
		this.planner = planner;
		this.sweeps = sweeps;
		this.clock = clock;
	}

	/**
	 * What is due of scopes that have been swept: histories that end before yesterday,
	 * the top again and again during the day, and some that are new to us or rise.
	 * @param swept the sweeps; those with nothing due are marked as current
	 * @return names and why; the top of every scope first, those longest overdue before
	 * others, and of those asked for often up to three for one of others
	 */
	Map<String, Due> due(List<Sweep> swept) {
		Map<Sweep, Double> weights = this.sweeps.weights(swept);
		Turns turns = new Turns();
		swept.forEach((sweep) -> turns.add(sweep, weights.getOrDefault(sweep, 1.0), due(sweep)));
		return turns.inOrder();
	}

	/**
	 * The oldest of the figures that are ranked and that nothing else measures again
	 * before the day turns.
	 * @param swept scopes that have been swept
	 * @param count how many
	 * @return so many names at most and one sweep each counts for
	 */
	Map<String, Due> oldest(List<Sweep> swept, int count) {
		Map<TrackedRepository, Sweep> owners = new IdentityHashMap<>();
		swept.forEach((sweep) -> this.pool.of(sweep.scope().language())
			.stream()
			.filter((repository) -> isOld(repository.history()) && !isLate(repository.history()))
			.filter((repository) -> !this.measurer.gaveUp(repository) && !this.measurer.rests(repository))
			.forEach((repository) -> owners.putIfAbsent(repository, sweep)));
		Map<String, Due> oldest = new LinkedHashMap<>();
		owners.keySet()
			.stream()
			.sorted(Comparator.comparing(MeasuringPlan::age))
			.limit(count)
			.forEach((repository) -> oldest.put(repository.candidate().fullName(),
					new Due(Objects.requireNonNull(owners.get(repository)), PlanLane.OLDEST)));
		return oldest;
	}

	private static Instant age(TrackedRepository repository) {
		StarHistory history = repository.history();
		return (history != null) ? history.asOf() : Instant.MIN;
	}

	private Map<String, PlanLane> due(Sweep sweep) {
		Instant now = this.clock.instant();
		long version = this.pool.version(sweep.scope().language());
		Quiet known = this.quiet.get(sweep.scope());
		if (known != null && known.version() == version && now.isBefore(known.until())) {
			return Map.of();
		}
		Map<String, PlanLane> due = chosen(sweep);
		if (due.isEmpty()) {
			Instant midnight = yesterday().plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant();
			Instant soon = now.plus(QUIET);
			this.quiet.put(sweep.scope(), new Quiet(version, (soon.isBefore(midnight)) ? soon : midnight));
		}
		return due;
	}

	private Map<String, PlanLane> chosen(Sweep sweep) {
		HourPlan plan = this.planner.current();
		List<TrackedRepository> measured = this.pace.byMeasurement(this.pool.of(sweep.scope().language()));
		List<TrackedRepository> daily = measured.subList(0, Math.min(measured.size(), plan.depth().daily()));
		if (daily.stream().noneMatch((one) -> isLate(one.history()) && !this.measurer.gaveUp(one))) {
			sweep.current();
		}
		Map<String, PlanLane> due = new LinkedHashMap<>();
		daily.stream()
			.filter((one) -> isLate(one.history()) && !this.measurer.gaveUp(one) && !this.measurer.rests(one))
			.forEach((one) -> due.put(one.candidate().fullName(), PlanLane.DAY_TURN));
		if (plan.hotInterval() != null) {
			daily.stream()
				.limit(plan.depth().hot())
				.filter((one) -> !isLate(one.history()) && isOld(one.history()) && !this.measurer.rests(one))
				.forEach((one) -> due.put(one.candidate().fullName(), PlanLane.HOT));
		}
		List<String> risers = new ArrayList<>(risers(measured.subList(daily.size(), measured.size()), daily));
		risers.addAll(this.prospects.unmeasured(sweep));
		risers.subList(0, sweep.newcomers(risers.size())).forEach((name) -> due.put(name, PlanLane.RISERS));
		return due;
	}

	// Measured before, when they gained little: searches have since shown them gain more
	// than the last of those that are measured every day.
	private List<String> risers(List<TrackedRepository> others, List<TrackedRepository> daily) {
		StarHistory last = (daily.isEmpty()) ? null : daily.get(daily.size() - 1).history();
		double least = (last != null) ? Math.max(1, last.pace()) : 1;
		return others.stream()
			.filter((one) -> isLate(one.history()) && this.pace.sighted(one) > least)
			.filter((one) -> !this.measurer.gaveUp(one) && !this.measurer.rests(one))
			.sorted(Comparator.comparingDouble(this.pace::sighted).reversed())
			.map((one) -> one.candidate().fullName())
			.toList();
	}

	private boolean isLate(@Nullable StarHistory history) {
		return history != null && history.to().isBefore(yesterday());
	}

	private boolean isOld(@Nullable StarHistory history) {
		Instant limit = this.clock.instant().minus(this.planner.current().old());
		return history != null && history.asOf().isBefore(limit);
	}

	private LocalDate yesterday() {
		return LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC).minusDays(1);
	}

	/**
	 * A scope of which nothing is due.
	 *
	 * @param version the version of the pool that says so
	 * @param until when time alone may have changed that
	 */
	private record Quiet(long version, Instant until) {

	}

}
