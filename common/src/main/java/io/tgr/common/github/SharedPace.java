package io.tgr.common.github;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntSupplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import io.tgr.common.store.Script;
import io.tgr.common.store.ScriptedStore;
import io.tgr.common.store.StoreException;

/**
 * A pace that replicas share through Redis. While Redis is away each keeps to its part of
 * it, and for a minute after, since nobody knows what the others did. A request that got
 * lost while Redis is there is made again: at worst one call counts twice.
 */
final class SharedPace implements Turns {

	private static final Script PACE = Script.of(SharedPace.class, "pace.lua");

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private final ScriptedStore store;

	private final String key;

	private final int points;

	private final int reservedPercent;

	private final IntSupplier replicas;

	private final Clock clock;

	private volatile int used;

	private volatile Instant pausedUntil = Instant.EPOCH;

	private @Nullable Pace alone;

	private Instant lastAlone = Instant.EPOCH;

	SharedPace(ScriptedStore store, String key, int points, int reservedPercent, IntSupplier replicas, Clock clock) {
		this.store = store;
		this.key = key;
		this.points = Math.max(1, points);
		this.reservedPercent = reservedPercent;
		this.replicas = replicas;
		this.clock = clock;
	}

	@Override
	public Mono<Void> turn(CallPriority priority) {
		return Mono.defer(() -> {
			Instant deadline = this.clock.instant().plus(priority.patience());
			Pace bound = bound();
			return (bound != null) ? bound.turn(priority).then(Mono.defer(() -> attempt(priority, deadline)))
					: attempt(priority, deadline);
		});
	}

	@Override
	public void pause(Instant until) {
		Instant end = Pace.bounded(until, this.clock.instant());
		this.pausedUntil = (end.isAfter(this.pausedUntil)) ? end : this.pausedUntil;
		run(this.points, false).onErrorComplete().subscribe((none) -> {
		}, (ex) -> {
		});
	}

	@Override
	public @Nullable Instant pausedUntil() {
		Instant until = this.pausedUntil;
		return (this.clock.instant().isBefore(until)) ? until : null;
	}

	private Mono<Void> attempt(CallPriority priority, Instant deadline) {
		int allowed = (priority == CallPriority.BACKGROUND)
				? Math.max(1, this.points * (100 - this.reservedPercent) / 100) : this.points;
		return run(allowed, true)
			.onErrorResume(StoreException.class, (ex) -> (this.store.available()) ? run(allowed, true) : Mono.error(ex))
			.map((answer) -> (answer.get(0).equals("1")) ? 0L : Long.parseLong(answer.get(1)))
			.onErrorResume(StoreException.class, (ex) -> turnAlone(priority))
			.flatMap((again) -> (again == 0) ? Mono.empty() : later(priority, Instant.ofEpochMilli(again), deadline));
	}

	private Mono<Void> later(CallPriority priority, Instant turn, Instant deadline) {
		return (turn.isAfter(deadline)) ? Mono.error(new GithubException(GithubFailure.SECONDARY_LIMIT, turn))
				: Mono.delay(Duration.between(this.clock.instant(), turn))
					.then(Mono.defer(() -> attempt(priority, deadline)));
	}

	private Mono<List<String>> run(int allowed, boolean wanted) {
		return this.store
			.run(PACE, this.key, List.of("" + this.clock.millis(), "" + allowed, (wanted) ? "1" : "0",
					"" + this.pausedUntil.toEpochMilli()))
			.doOnNext((answer) -> {
				this.used = Integer.parseInt(answer.get(2));
				this.pausedUntil = Instant.ofEpochMilli(Long.parseLong(answer.get(3)));
			});
	}

	private Mono<Long> turnAlone(CallPriority priority) {
		Instant paused = pausedUntil();
		return (paused != null) ? Mono.just(paused.toEpochMilli()) : begin().turn(priority).thenReturn(0L);
	}

	private synchronized Pace begin() {
		this.lastAlone = this.clock.instant();
		if (this.alone == null) {
			int count = Math.max(1, this.replicas.getAsInt());
			this.alone = new Pace(Math.max(1, this.points / count), this.reservedPercent, this.clock,
					Schedulers.parallel());
			this.alone.spend((this.used + count - 1) / count);
		}
		return this.alone;
	}

	private synchronized @Nullable Pace bound() {
		if (!this.store.available()) {
			return null;
		}
		if (this.alone != null && this.clock.instant().isAfter(this.lastAlone.plus(MINUTE))) {
			this.alone = null;
		}
		return this.alone;
	}

}
