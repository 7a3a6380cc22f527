package io.tgr.trending.discovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.tgr.trending.discovery.SweepState.Stage;
import io.tgr.trending.github.SearchPage;

/**
 * How far the sweep of one scope has come; safe for use by several threads.
 */
class Sweep {

	private final Scope scope;

	private final Clock clock;

	private final Obstacles obstacles = new Obstacles();

	private @Nullable FirstPage firstPage;

	private @Nullable Instant searchedAt;

	private @Nullable Instant askedAt;

	private @Nullable Instant triedAt;

	private @Nullable LocalDate currentTo;

	private @Nullable Instant asOf;

	private final Demand demand = new Demand();

	private int turns;

	private int depth;

	private int newcomers;

	private boolean swept;

	Sweep(Scope scope, Clock clock) {
		this.scope = scope;
		this.clock = clock;
	}

	Scope scope() {
		return this.scope;
	}

	/**
	 * The state as the API sees it.
	 * @param again how soon a first look that brought no figures may be repeated
	 * @return the state; a language without figures counts as never asked for again once
	 * another look is due
	 */
	synchronized SweepState state(Duration again) {
		Set<String> missing = this.obstacles.words();
		if (!answers(again)) {
			return new SweepState(Stage.NEVER, List.copyOf(missing), null, this.obstacles.staleSince());
		}
		if (!isCurrent() && missing.isEmpty()) {
			missing.add("pending");
		}
		return new SweepState(isCurrent() ? Stage.COMPLETE : Stage.INCOMPLETE, List.copyOf(missing), this.asOf,
				this.obstacles.staleSince());
	}

	synchronized boolean answers(Duration again) {
		return this.asOf != null || isCurrent()
				|| (this.triedAt != null && this.triedAt.plus(again).isAfter(this.clock.instant()));
	}

	synchronized void asked() {
		this.askedAt = this.clock.instant();
		this.demand.asked(this.askedAt);
	}

	synchronized double demand(Instant now) {
		return this.demand.at(now);
	}

	synchronized LocalDate currentTo() {
		return (this.currentTo != null) ? this.currentTo : LocalDate.MIN;
	}

	synchronized boolean askedSince(Instant moment) {
		return this.askedAt != null && !this.askedAt.isBefore(moment);
	}

	synchronized void tried(@Nullable Instant oldest) {
		this.triedAt = this.clock.instant();
		this.asOf = oldest;
	}

	synchronized void opened(SearchPage page) {
		this.firstPage = FirstPage.of(page);
	}

	synchronized @Nullable FirstPage firstPage() {
		return this.firstPage;
	}

	synchronized void searched(int allowed) {
		if (this.searchedAt == null) {
			this.swept = false;
		}
		this.turns = (this.searchedAt != null) ? this.turns + 1 : 0;
		this.searchedAt = this.clock.instant();
		this.newcomers = allowed;
		unhindered(Obstacles.Work.SEARCHING);
	}

	synchronized @Nullable Instant searchedAt() {
		return this.searchedAt;
	}

	synchronized int turns() {
		return this.turns;
	}

	synchronized int depth() {
		return this.depth;
	}

	synchronized void deepen(int deeper) {
		this.depth = deeper;
	}

	synchronized int newcomers(int wanted) {
		int allowed = Math.min(wanted, this.newcomers);
		this.newcomers -= allowed;
		return allowed;
	}

	synchronized boolean isSwept() {
		return this.swept && this.searchedAt != null;
	}

	synchronized void swept() {
		this.swept = true;
	}

	synchronized void current() {
		this.currentTo = yesterday();
		unhindered(Obstacles.Work.MEASURING);
	}

	synchronized boolean isCurrent() {
		return isSwept() && this.currentTo != null && !this.currentTo.isBefore(yesterday());
	}

	synchronized void hindered(Obstacles.Work work, String obstacle) {
		this.obstacles.met(work, obstacle, (this.currentTo != null) ? this.clock.instant() : null);
	}

	synchronized void unhindered(Obstacles.Work work) {
		this.obstacles.gone(work);
	}

	synchronized SweepMemo memo() {
		return new SweepMemo(this.firstPage, this.searchedAt, this.triedAt, this.currentTo, this.asOf, this.turns,
				this.depth, this.newcomers, this.swept, this.obstacles.all(), this.obstacles.staleSince());
	}

	synchronized void restore(SweepMemo memo) {
		this.firstPage = memo.firstPage();
		this.searchedAt = memo.searchedAt();
		this.triedAt = later(this.triedAt, memo.triedAt());
		this.currentTo = memo.currentTo();
		this.asOf = (memo.asOf() != null) ? memo.asOf() : this.asOf;
		this.turns = memo.turns();
		this.depth = memo.depth();
		this.newcomers = memo.newcomers();
		this.swept = memo.swept();
		this.obstacles.restore(memo.obstacles(), memo.staleSince());
	}

	synchronized @Nullable Instant askedAt() {
		return this.askedAt;
	}

	synchronized void askedElsewhere(Instant moment) {
		this.askedAt = later(this.askedAt, moment);
	}

	private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
		return (one == null || (other != null && other.isAfter(one))) ? other : one;
	}

	private LocalDate yesterday() {
		return LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC).minusDays(1);
	}

}
