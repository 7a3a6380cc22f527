package io.tgr.common.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Leases that Redis keeps: renewed each third of their time, taken over when they ran
 * out.
 */
final class RedisLeases implements Leases {

	private static final Script LEASE = Script.of(RedisLeases.class, "lease.lua");

	private final ScriptedStore store;

	private final Duration lease;

	RedisLeases(ScriptedStore store, Duration lease) {
		this.store = store;
		this.lease = lease;
	}

	@Override
	public Flux<Optional<Fence>> hold(String name) {
		return Flux.defer(() -> {
			Candidate candidate = new Candidate(name);
			return Flux.interval(Duration.ZERO, this.lease.dividedBy(3))
				.onBackpressureDrop()
				.concatMap((tick) -> candidate.attempt(), 1)
				.distinctUntilChanged()
				.doFinally((signal) -> candidate.leave());
		});
	}

	/**
	 * One who wants a lease, or has it.
	 */
	private final class Candidate {

		private final Scheduler time = Schedulers.parallel();

		private final String owner = UUID.randomUUID().toString();

		private final String name;

		private volatile Optional<Fence> held = Optional.empty();

		private long renewed;

		Candidate(String name) {
			this.name = name;
		}

		Mono<Optional<Fence>> attempt() {
			return Mono.defer(() -> {
				long asked = now();
				return run(RedisLeases.this.lease).doOnNext((fence) -> this.renewed = asked)
					.onErrorResume(
							(ex) -> Mono.fromSupplier(() -> (mayStillHold(asked)) ? this.held : Optional.empty()));
			}).doOnNext((fence) -> this.held = fence);
		}

		void leave() {
			run(Duration.ZERO).subscribe((none) -> {
			}, (ex) -> {
			});
		}

		private Mono<Optional<Fence>> run(Duration time) {
			return RedisLeases.this.store
				.run(LEASE, "lease/" + this.name, List.of(this.owner, String.valueOf(time.toMillis())))
				.map((answer) -> Long.parseLong(answer.get(0)))
				.map((value) -> (value > 0) ? Optional.of(new Fence(this.name, value)) : Optional.empty());
		}

		// Ends before the lease does in Redis, with a third to spare.
		private boolean mayStillHold(long asked) {
			return asked - this.renewed < RedisLeases.this.lease.toMillis() * 3 / 5;
		}

		private long now() {
			return this.time.now(TimeUnit.MILLISECONDS);
		}

	}

}
