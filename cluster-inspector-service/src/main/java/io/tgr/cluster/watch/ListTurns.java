package io.tgr.cluster.watch;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.pool.InstrumentedPool;
import reactor.pool.PoolBuilder;

/**
 * Lets few lists be read at once, however many there are: each one takes memory here and
 * there.
 */
@Component
final class ListTurns implements DisposableBean {

	private static final int AT_ONCE = 4;

	private final InstrumentedPool<Object> turns = PoolBuilder.from(Mono.fromSupplier(Object::new))
		.sizeBetween(0, AT_ONCE)
		.buildPool();

	/**
	 * Reads when it has its turn.
	 * @param chunk what to read
	 * @param <T> its type
	 * @return what was read
	 */
	<T> Mono<T> inTurn(Mono<T> chunk) {
		return this.turns.withPoolable((turn) -> chunk).singleOrEmpty();
	}

	@Override
	public void destroy() {
		this.turns.dispose();
	}

}
