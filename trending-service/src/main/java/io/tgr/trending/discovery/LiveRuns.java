package io.tgr.trending.discovery;

import java.time.Clock;
import java.util.List;

import reactor.core.publisher.Mono;

import io.tgr.common.github.CallPriority;

/**
 * First looks at languages nobody asked for before.
 */
class LiveRuns {

	private final Sweeps sweeps;

	private final FirstLook look;

	private final LiveRunProperties properties;

	private final CappedRuns<Scope, Void> runs;

	LiveRuns(Sweeps sweeps, FirstLook look, LiveRunProperties properties, Clock clock) {
		this.sweeps = sweeps;
		this.look = look;
		this.properties = properties;
		this.runs = new CappedRuns<>(properties.cap(), properties.retryAfter(), clock);
	}

	boolean active() {
		return this.runs.active();
	}

	Mono<Void> ensure(Scope scope) {
		return Mono.defer(() -> answers(scope) ? Mono.empty() : this.runs.join(scope, unanswered(scope)));
	}

	SweepState state(Scope scope) {
		Sweep sweep = this.sweeps.known(scope);
		if (sweep == null) {
			return new SweepState(SweepState.Stage.NEVER, List.of(), null, null);
		}
		interest(sweep);
		return sweep.state(this.properties.again());
	}

	private boolean answers(Scope scope) {
		return interest(this.sweeps.of(scope));
	}

	// A question that was refused is no reason to keep a language current.
	private boolean interest(Sweep sweep) {
		boolean answers = sweep.answers(this.properties.again());
		if (answers) {
			sweep.asked();
		}
		return answers;
	}

	private Mono<Void> unanswered(Scope scope) {
		return Mono.defer(() -> answers(scope) ? Mono.empty() : this.runs.admit(look(scope)));
	}

	private Mono<Void> look(Scope scope) {
		return Mono.defer(() -> {
			this.sweeps.of(scope).asked();
			return CallPriority.INTERACTIVE.on(this.look.at(this.sweeps.of(scope)))
				.doOnSuccess((done) -> this.sweeps.hurry(scope));
		});
	}

}
