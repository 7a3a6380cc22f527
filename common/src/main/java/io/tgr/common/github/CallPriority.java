package io.tgr.common.github;

import java.time.Duration;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Who waits for a call to GitHub; travels in the Reactor context, interactive unless
 * said.
 */
public enum CallPriority {

	/**
	 * Somebody is waiting: may use the whole bucket, waits a second at most.
	 */
	INTERACTIVE(Duration.ofSeconds(1)),

	/**
	 * Nobody is waiting: leaves a part of each bucket untouched, waits longer.
	 */
	BACKGROUND(Duration.ofSeconds(30));

	private final Duration patience;

	CallPriority(Duration patience) {
		this.patience = patience;
	}

	// How long a call may wait for its turn.
	Duration patience() {
		return this.patience;
	}

	/**
	 * Marks all calls of a publisher.
	 * @param <T> what it emits
	 * @param calls the publisher that makes the calls
	 * @return the same with this priority
	 */
	public <T> Mono<T> on(Mono<T> calls) {
		return calls.contextWrite(this::in);
	}

	/**
	 * Marks all calls of a publisher.
	 * @param <T> what it emits
	 * @param calls the publisher that makes the calls
	 * @return the same with this priority
	 */
	public <T> Flux<T> on(Flux<T> calls) {
		return calls.contextWrite(this::in);
	}

	/**
	 * Puts this priority into a Reactor context, for {@code contextWrite}.
	 * @param context the context
	 * @return the context with this priority
	 */
	public Context in(Context context) {
		return context.put(CallPriority.class, this);
	}

	/**
	 * The priority that a Reactor context carries.
	 * @param context the context
	 * @return its priority, interactive if it says nothing
	 */
	public static CallPriority of(ContextView context) {
		return context.<CallPriority>getOrEmpty(CallPriority.class).orElse(INTERACTIVE);
	}

}
