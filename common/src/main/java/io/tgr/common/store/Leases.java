package io.tgr.common.store;

import java.util.Optional;

import reactor.core.publisher.Flux;

/**
 * Lets one replica at a time do a piece of work.
 */
public interface Leases {

	/**
	 * Tries to get a lease for as long as it is subscribed to, renews it while it is
	 * held, and gives it back on cancel. Never ends by itself and never fails.
	 * @param name the name of the lease
	 * @return a fence each time the lease is won, empty each time it is lost, and once at
	 * the beginning if somebody else holds it
	 */
	Flux<Optional<Fence>> hold(String name);

}
