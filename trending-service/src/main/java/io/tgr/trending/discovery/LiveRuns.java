package io.tgr.trending.discovery;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

import reactor.core.publisher.Mono;

import io.tgr.common.github.CallPriority;

/**
 * First looks at languages nobody asked for before, so many at a time at most. Equal
 * concurrent questions share one, which ends when the last of those who ask leaves.
 */
class LiveRuns {

	private final Map<Scope, Mono<Void>> running = new ConcurrentHashMap<>();

	private final Sweeps sweeps;

	private final FirstLook look;

	private final LiveRunProperties properties;

	private final Semaphore permits;

	private final Clock clock;

	LiveRuns(Sweeps sweeps, FirstLook look, LiveRunProperties properties, Clock clock) {
		this.sweeps = sweeps;
		this.look = look;
		this.properties = properties;
		this.permits = new Semaphore(properties.cap());
		this.clock = clock;
	}

	boolean active() {
		return this.permits.availablePermits() < this.properties.cap();
	}

	Mono<Void> ensure(Scope scope) {
		return Mono.defer(
				() -> answers(scope) ? Mono.empty() : this.running.computeIfAbsent(scope, (absent) -> shared(scope)));
	}

	SweepState state(Scope scope) {
		Sweep sweep = this.sweeps.known(scope);
		if (sweep == null) {
			return new SweepState(SweepState.Stage.NEVER, List.of(), null, null);
		}
		sweep.asked();
		return sweep.state(this.properties.again());
	}

	private boolean answers(Scope scope) {
		return this.sweeps.of(scope).answers(this.properties.again());
	}

	private Mono<Void> shared(Scope scope) {
		return Mono.defer(() -> answers(scope) ? Mono.<Void>empty() : admitted(scope))
			.doFinally((end) -> this.running.remove(scope))
			.flux()
			.publish()
			.refCount(1)
			.then();
	}

	private Mono<Void> admitted(Scope scope) {
		if (!this.permits.tryAcquire()) {
			return Mono.error(new TooManyLiveRunsException(this.properties.cap(), this.clock.instant(),
					this.properties.retryAfter()));
		}
		return CallPriority.INTERACTIVE.on(this.look.at(this.sweeps.of(scope)))
			.doOnSuccess((done) -> this.sweeps.hurry(scope))
			.doFinally((end) -> this.permits.release());
	}

}
