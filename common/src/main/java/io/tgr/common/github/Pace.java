package io.tgr.common.github;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Keeps calls below GitHub's secondary limits: so many points in any 60 seconds, and
 * silence when GitHub asks for it. Calls wait a little, then fail.
 */
final class Pace implements Turns {

	private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

	private static final long MINUTE = Duration.ofMinutes(1).toMillis();

	private final Clock clock;

	private final Scheduler scheduler;

	private final int background;

	// When the last points were spent, a ring.
	private final long[] spent;

	private int next;

	private Instant pausedUntil = Instant.MIN;

	Pace(int pointsPerMinute, int reservedPercent, Clock clock, Scheduler scheduler) {
		this.clock = clock;
		this.scheduler = scheduler;
		this.spent = new long[Math.max(1, pointsPerMinute)];
		Arrays.fill(this.spent, Long.MIN_VALUE / 2);
		this.background = Math.max(1, this.spent.length * (100 - reservedPercent) / 100);
	}

	@Override
	public Mono<Void> turn(CallPriority priority) {
		return Mono.defer(() -> attempt(priority, this.clock.instant().plus(priority.patience())));
	}

	@Override
	public synchronized void pause(Instant until) {
		Instant end = bounded(until, this.clock.instant());
		this.pausedUntil = (end.isAfter(this.pausedUntil)) ? end : this.pausedUntil;
	}

	/**
	 * Counts calls that have left elsewhere.
	 * @param calls how many, just now
	 */
	synchronized void spend(int calls) {
		long now = this.clock.millis();
		for (int call = 0; call < Math.min(calls, this.spent.length); call++) {
			this.spent[this.next] = now;
			this.next = (this.next + 1) % this.spent.length;
		}
	}

	/**
	 * Believes in an hour of silence at most, whatever an answer says.
	 * @param until the end of the pause that GitHub asks for
	 * @param now the present time
	 * @return the end of the pause that we make
	 */
	static Instant bounded(Instant until, Instant now) {
		Instant latest = now.plus(LONGEST_PAUSE);
		return (until.isBefore(latest)) ? until : latest;
	}

	@Override
	public synchronized @Nullable Instant pausedUntil() {
		return (this.clock.instant().isBefore(this.pausedUntil)) ? this.pausedUntil : null;
	}

	private Mono<Void> attempt(CallPriority priority, Instant deadline) {
		Instant turn = claim(priority);
		if (turn == null) {
			return Mono.empty();
		}
		if (turn.isAfter(deadline)) {
			return Mono.error(new GithubException(GithubFailure.SECONDARY_LIMIT, turn));
		}
		return Mono.delay(Duration.between(this.clock.instant(), turn), this.scheduler)
			.then(Mono.defer(() -> attempt(priority, deadline)));
	}

	private synchronized @Nullable Instant claim(CallPriority priority) {
		Instant now = this.clock.instant();
		int allowed = (priority == CallPriority.BACKGROUND) ? this.background : this.spent.length;
		long oldest = this.spent[Math.floorMod(this.next - allowed, this.spent.length)];
		Instant turn = Instant.ofEpochMilli(Math.max(oldest + MINUTE, 0));
		if (now.isBefore(this.pausedUntil) || now.isBefore(turn)) {
			return (turn.isAfter(this.pausedUntil)) ? turn : this.pausedUntil;
		}
		this.spent[this.next] = now.toEpochMilli();
		this.next = (this.next + 1) % this.spent.length;
		return null;
	}

}
