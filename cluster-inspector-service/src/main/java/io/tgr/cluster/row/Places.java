package io.tgr.cluster.row;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

import reactor.core.publisher.Mono;

/**
 * Lets only so many things go on at once; the next one fails at once.
 */
public final class Places {

	private final AtomicInteger taken = new AtomicInteger();

	private final int most;

	private final IntFunction<? extends Throwable> full;

	/**
	 * Creates the places.
	 * @param most how many there are
	 * @param full what to say when all are taken
	 */
	public Places(int most, IntFunction<? extends Throwable> full) {
		this.most = most;
		this.full = full;
	}

	/**
	 * Takes a place for as long as something goes on.
	 * @param work what goes on
	 * @return the same; fails when all places are taken
	 */
	public Mono<Void> take(Mono<Void> work) {
		return Mono.defer(() -> {
			if (this.taken.incrementAndGet() > this.most) {
				this.taken.decrementAndGet();
				return Mono.error(this.full.apply(this.most));
			}
			return work.doFinally((signal) -> this.taken.decrementAndGet());
		});
	}

	/**
	 * How many places are taken.
	 * @return the count
	 */
	public int taken() {
		return this.taken.get();
	}

}
