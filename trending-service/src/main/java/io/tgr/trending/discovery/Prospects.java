package io.tgr.trending.discovery;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.tgr.trending.pool.CandidatePool;
import io.tgr.trending.pool.ExpectedPace;
import io.tgr.trending.pool.StarHistory;
import io.tgr.trending.pool.TrackedRepository;

/**
 * Chooses which repositories are worth a first measurement.
 */
class Prospects {

	private final CandidatePool pool;

	private final ExpectedPace pace;

	private final Measurer measurer;

	private final Planner planner;

	private final DiscoveryProperties properties;

	private final Clock clock;

	Prospects(CandidatePool pool, ExpectedPace pace, Measurer measurer, Planner planner, DiscoveryProperties properties,
			Clock clock) {
		this.pool = pool;
		this.pace = pace;
		this.measurer = measurer;
		this.planner = planner;
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
		List<TrackedRepository> ranked = this.pace.byProspect(this.pool.of(sweep.scope().language()));
		Standing standing = Standing.of(ranked, yesterday());
		if (sweep.depth() == 0) {
			sweep.deepen(Math.min(this.properties.batch(), depth().first()));
		}
		while (true) {
			List<TrackedRepository> chosen = ranked.subList(0, Math.min(sweep.depth(), ranked.size()));
			List<TrackedRepository> left = chosen.stream()
				.filter((repository) -> repository.history() == null && !this.measurer.gaveUp(repository))
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
		return this.pace.byProspect(this.pool.of(scope.language()))
			.stream()
			.filter((repository) -> repository.history() == null && !this.measurer.gaveUp(repository))
			.limit(count)
			.map((repository) -> repository.candidate().fullName())
			.toList();
	}

	Standing standing(Scope scope) {
		return Standing.of(this.pool.of(scope.language()), yesterday());
	}

	/**
	 * When the oldest figure was taken that a scope rests on.
	 * @param scope the scope
	 * @return the time, {@code null} without any
	 */
	@Nullable Instant oldest(Scope scope) {
		LocalDate yesterday = yesterday();
		return this.pool.of(scope.language())
			.stream()
			.map(TrackedRepository::history)
			.filter((history) -> history != null && !history.to().isBefore(yesterday))
			.map(StarHistory::asOf)
			.min(Comparator.naturalOrder())
			.orElse(null);
	}

	boolean knowsNothingOf(Scope scope) {
		return this.pool.size(scope.language()) == 0;
	}

	// A language with hardly more repositories than every scope gets is measured whole.
	private boolean worthGoingOn(List<TrackedRepository> chosen, int known, Standing standing) {
		int first = depth().first();
		if (chosen.size() < first || known <= first + first / 2) {
			return true;
		}
		int last = Math.max(0, chosen.size() - this.properties.deeper());
		return chosen.size() < depth().most() && chosen.subList(last, chosen.size()).stream().anyMatch(standing::holds);
	}

	private int deeper(int depth) {
		int first = depth().first();
		return (depth < first) ? Math.min(depth + this.properties.batch(), first) : depth + this.properties.deeper();
	}

	private HourPlan.Depth depth() {
		return this.planner.current().depth();
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
