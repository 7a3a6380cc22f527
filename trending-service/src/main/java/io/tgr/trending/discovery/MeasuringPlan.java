package io.tgr.trending.discovery;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.tgr.trending.pool.CandidatePool;
import io.tgr.trending.pool.StarHistory;
import io.tgr.trending.pool.TrackedRepository;

/**
 * Chooses which repositories are worth another measurement.
 */
class MeasuringPlan {

	private final CandidatePool pool;

	private final Promise promise;

	private final Prospects prospects;

	private final Measurer measurer;

	private final DiscoveryProperties properties;

	private final Clock clock;

	MeasuringPlan(CandidatePool pool, Promise promise, Prospects prospects, Measurer measurer,
			DiscoveryProperties properties, Clock clock) {
		this.pool = pool;
		this.promise = promise;
		this.prospects = prospects;
		this.measurer = measurer;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * What is due of scopes that have been swept: histories that end before yesterday,
	 * the top again and again during the day, and some that are new to us.
	 * @param sweeps the sweeps; those with nothing due are marked as current
	 * @return names and one sweep each counts for, the top of every scope first
	 */
	Map<String, Sweep> due(List<Sweep> sweeps) {
		List<List<String>> lists = new ArrayList<>();
		List<Sweep> owners = new ArrayList<>();
		for (Sweep sweep : sweeps) {
			lists.add(due(sweep));
			owners.add(sweep);
		}
		Map<String, Sweep> due = new LinkedHashMap<>();
		int longest = lists.stream().mapToInt(List::size).max().orElse(0);
		for (int rank = 0; rank < longest; rank++) {
			for (int list = 0; list < lists.size(); list++) {
				if (rank < lists.get(list).size()) {
					due.putIfAbsent(lists.get(list).get(rank), owners.get(list));
				}
			}
		}
		return due;
	}

	/**
	 * The oldest of the figures that are ranked and that nothing else measures again
	 * before the day turns.
	 * @param sweeps scopes that have been swept
	 * @param count how many
	 * @return so many names at most and one sweep each counts for
	 */
	Map<String, Sweep> oldest(List<Sweep> sweeps, int count) {
		Map<TrackedRepository, Sweep> owners = new IdentityHashMap<>();
		sweeps.forEach((sweep) -> this.pool.of(sweep.scope().language())
			.stream()
			.filter((repository) -> isOld(repository.history()) && !isLate(repository.history()))
			.filter((repository) -> !this.measurer.gaveUp(repository) && !this.measurer.rests(repository))
			.forEach((repository) -> owners.putIfAbsent(repository, sweep)));
		Map<String, Sweep> oldest = new LinkedHashMap<>();
		owners.keySet()
			.stream()
			.sorted(Comparator.comparing(MeasuringPlan::age))
			.limit(count)
			.forEach((repository) -> oldest.put(repository.candidate().fullName(), owners.get(repository)));
		return oldest;
	}

	private static Instant age(TrackedRepository repository) {
		StarHistory history = repository.history();
		return (history != null) ? history.asOf() : Instant.MIN;
	}

	private List<String> due(Sweep sweep) {
		List<TrackedRepository> daily = daily(sweep);
		List<TrackedRepository> late = daily.stream()
			.filter((repository) -> isLate(repository.history()) && !this.measurer.gaveUp(repository))
			.toList();
		if (late.isEmpty()) {
			sweep.current();
		}
		List<TrackedRepository> due = new ArrayList<>(late);
		daily.stream()
			.limit(this.properties.hotRepositories())
			.filter((repository) -> !isLate(repository.history()) && isOld(repository.history()))
			.forEach(due::add);
		List<String> names = new ArrayList<>(due.stream()
			.filter((repository) -> !this.measurer.rests(repository))
			.map((repository) -> repository.candidate().fullName())
			.toList());
		List<String> newcomers = this.prospects.unmeasured(sweep);
		names.addAll(newcomers.subList(0, sweep.newcomers(newcomers.size())));
		return names;
	}

	private List<TrackedRepository> daily(Sweep sweep) {
		List<TrackedRepository> measured = this.promise.byMeasurement(this.pool.of(sweep.scope().language()));
		return measured.subList(0, Math.min(measured.size(), this.properties.measuredDaily()));
	}

	private boolean isLate(@Nullable StarHistory history) {
		return history != null && history.to().isBefore(yesterday());
	}

	private boolean isOld(@Nullable StarHistory history) {
		Instant limit = this.clock.instant().minus(this.properties.hotInterval());
		return history != null && history.asOf().isBefore(limit);
	}

	private LocalDate yesterday() {
		return LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC).minusDays(1);
	}

}
