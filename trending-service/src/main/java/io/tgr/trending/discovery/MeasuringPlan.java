package io.tgr.trending.discovery;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.tgr.trending.pool.CandidatePool;
import io.tgr.trending.pool.StarHistory;
import io.tgr.trending.pool.TrackedRepository;

/**
 * Chooses which repositories are worth a measurement.
 */
class MeasuringPlan {

	private final CandidatePool pool;

	private final Promise promise;

	private final Measurer measurer;

	private final DiscoveryProperties properties;

	private final Clock clock;

	MeasuringPlan(CandidatePool pool, Promise promise, Measurer measurer, DiscoveryProperties properties, Clock clock) {
		this.pool = pool;
		this.promise = promise;
		this.measurer = measurer;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * The most promising repositories never measured: as many as every scope gets, and
	 * more while the last batch still brought some that belong to the top.
	 * @param sweep the sweep, which is marked as swept when nothing is left to choose
	 * @return at most one batch of names, empty when there is nothing to do now
	 */
	List<String> unmeasured(Sweep sweep) {
		List<TrackedRepository> ranked = this.promise.byProspect(this.pool.of(sweep.scope().language()));
		Standing standing = Standing.of(ranked, yesterday());
		if (sweep.depth() == 0) {
			sweep.deepen(Math.min(this.properties.batch(), this.properties.measuredAtFirst()));
		}
		while (true) {
			List<TrackedRepository> chosen = ranked.subList(0, Math.min(sweep.depth(), ranked.size()));
			List<TrackedRepository> left = chosen.stream()
				.filter((repository) -> repository.history() == null)
				.toList();
			if (!left.isEmpty()) {
				return names(left.stream().filter((repository) -> !this.measurer.rests(repository)).toList());
			}
			if (chosen.size() == ranked.size() || !worthGoingOn(chosen, ranked.size(), standing)) {
				sweep.swept();
				return List.of();
			}
			sweep.deepen(deeper(sweep.depth()));
		}
	}

	/**
	 * The most promising repositories of a scope that were never measured, for a live
	 * run.
	 * @param scope the scope
	 * @param count how many
	 * @return so many names at most
	 */
	List<String> mostPromising(Scope scope, int count) {
		return this.promise.byProspect(this.pool.of(scope.language()))
			.stream()
			.filter((repository) -> repository.history() == null)
			.limit(count)
			.map((repository) -> repository.candidate().fullName())
			.toList();
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

	Standing standing(Scope scope) {
		return Standing.of(this.pool.of(scope.language()), yesterday());
	}

	boolean knowsNothingOf(Scope scope) {
		return this.pool.size(scope.language()) == 0;
	}

	private List<String> due(Sweep sweep) {
		List<TrackedRepository> measured = this.promise.byMeasurement(this.pool.of(sweep.scope().language()));
		List<TrackedRepository> daily = measured.subList(0, Math.min(measured.size(), this.properties.measuredDaily()));
		List<TrackedRepository> late = daily.stream().filter((repository) -> isLate(repository.history())).toList();
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
		List<String> newcomers = unmeasured(sweep);
		names.addAll(newcomers.subList(0, sweep.newcomers(newcomers.size())));
		return names;
	}

	private boolean isLate(@Nullable StarHistory history) {
		return history != null && history.to().isBefore(yesterday());
	}

	private boolean isOld(@Nullable StarHistory history) {
		Instant limit = this.clock.instant().minus(this.properties.hotInterval());
		return history != null && history.asOf().isBefore(limit);
	}

	// A language with hardly more repositories than every scope gets is measured whole.
	private boolean worthGoingOn(List<TrackedRepository> chosen, int known, Standing standing) {
		int first = this.properties.measuredAtFirst();
		if (chosen.size() < first || known <= first + first / 2) {
			return true;
		}
		int last = Math.max(0, chosen.size() - this.properties.deeper());
		return chosen.size() < this.properties.measuredAtMost()
				&& chosen.subList(last, chosen.size()).stream().anyMatch(standing::holds);
	}

	private int deeper(int depth) {
		int first = this.properties.measuredAtFirst();
		return (depth < first) ? Math.min(depth + this.properties.batch(), first) : depth + this.properties.deeper();
	}

	private List<String> names(List<TrackedRepository> repositories) {
		return repositories.stream()
			.limit(this.properties.batch())
			.map((repository) -> repository.candidate().fullName())
			.toList();
	}

	private LocalDate yesterday() {
		return LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC).minusDays(1);
	}

}
