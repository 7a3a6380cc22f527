package io.tgr.trending.discovery;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import io.tgr.trending.details.Shortfall;
import io.tgr.trending.discovery.SweepState.Stage;
import io.tgr.trending.github.SearchQuery;
import io.tgr.trending.pool.Candidate;
import io.tgr.trending.pool.CandidatePool;

/**
 * Discovery by GitHub's search and star histories.
 */
class GithubDiscovery implements Discovery, SweepProgress {

	private static final List<String> PENDING = List.of("pending");

	private static final List<String> QUOTA = List.of(Shortfall.Reason.QUOTA.slug());

	private final Sweeps sweeps;

	private final LiveRuns liveRuns;

	private final CandidateFinder finder;

	private final Measurer measurer;

	private final CoreQuota quota;

	private final MeasuringAllowance allowance;

	private final CandidatePool pool;

	GithubDiscovery(Sweeps sweeps, LiveRuns liveRuns, CandidateFinder finder, Measurer measurer, CoreQuota quota,
			MeasuringAllowance allowance, CandidatePool pool) {
		this.sweeps = sweeps;
		this.liveRuns = liveRuns;
		this.finder = finder;
		this.measurer = measurer;
		this.quota = quota;
		this.allowance = allowance;
		this.pool = pool;
	}

	@Override
	public SweepState state(@Nullable String language) {
		Scope scope = new Scope(language);
		SweepState state = this.liveRuns.state(scope);
		if (language == null && state.stage() == Stage.COMPLETE && !firstSweepComplete()) {
			return unfinished(state);
		}
		return (state.missing().equals(PENDING) && !this.allowance.isFor(this.sweeps.of(scope)))
				? incomplete(state, QUOTA) : state;
	}

	// All languages together rest on each of them; a small quota is kept for what is
	// asked.
	private SweepState unfinished(SweepState all) {
		return incomplete(all, (!all.missing().isEmpty()) ? all.missing() : (this.quota.isSmall()) ? QUOTA : PENDING);
	}

	private static SweepState incomplete(SweepState state, List<String> missing) {
		return new SweepState(Stage.INCOMPLETE, missing, state.asOf(), state.staleSince());
	}

	@Override
	public Mono<Void> ensure(@Nullable String language) {
		return this.liveRuns.ensure(new Scope(language));
	}

	@Override
	public Mono<List<String>> mostStarred(String language, int count) {
		return this.finder.find(SearchQuery.mostStarred(language))
			.map((page) -> page.candidates().stream().limit(count).map(Candidate::fullName).toList());
	}

	@Override
	public List<Optional<String>> planned() {
		return this.sweeps.planned().stream().map((sweep) -> Optional.ofNullable(sweep.scope().language())).toList();
	}

	@Override
	public boolean isCurrent(@Nullable String language) {
		Sweep sweep = this.sweeps.known(new Scope(language));
		return sweep != null && sweep.isCurrent()
				&& (language != null || this.sweeps.planned().stream().allMatch(Sweep::isCurrent));
	}

	@Override
	public int languagesTotal() {
		return this.sweeps.planned().size();
	}

	@Override
	public int languagesSwept() {
		return (int) this.sweeps.planned().stream().filter(Sweep::isSwept).count();
	}

	@Override
	public int candidates() {
		return this.pool.size(null);
	}

	@Override
	public int measured() {
		return this.measurer.measured();
	}

}
