package io.tgr.trending.memory;

import reactor.core.publisher.Mono;

import io.tgr.common.store.StoreChange;

/**
 * A part of what this service knows that is kept in the store.
 */
public interface Kept {

	/**
	 * How the keys of its records begin.
	 * @return the prefix
	 */
	String prefix();

	/**
	 * Reads what was kept; called once, before the service is ready.
	 * @return completes when it is in memory; fails if the store does not answer
	 */
	Mono<Void> restore();

	/**
	 * Writes what changed since it was last written; called again and again, one call at
	 * a time.
	 * @return completes when it is written; fails if the store does not answer, and what
	 * was not written is tried again by the next call
	 */
	Mono<Void> write();

	/**
	 * Takes over what another replica changed.
	 * @param change the change
	 * @return completes when it is in memory; fails if the store does not answer
	 */
	Mono<Void> follow(StoreChange change);

}
