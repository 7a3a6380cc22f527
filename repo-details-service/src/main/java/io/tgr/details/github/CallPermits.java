package io.tgr.details.github;

import java.util.Locale;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.DisposableBean;
import reactor.core.publisher.Mono;
import reactor.pool.InstrumentedPool;
import reactor.pool.PoolAcquirePendingLimitException;
import reactor.pool.PoolBuilder;

import io.tgr.common.github.CallPriority;
import io.tgr.common.resilience.NeighbourUnavailableException;

/**
 * How many calls may be on their way to GitHub. The next ones wait for their turn, and
 * background calls never take the place of interactive ones.
 */
class CallPermits implements DisposableBean {

	private final InstrumentedPool<Object> interactive;

	private final InstrumentedPool<Object> background;

	CallPermits(UpstreamProperties properties, MeterRegistry meters) {
		this.interactive = pool(properties.interactive(), properties.waiting());
		this.background = pool(properties.background(), properties.waiting());
		bind(meters, CallPriority.INTERACTIVE, this.interactive);
		bind(meters, CallPriority.BACKGROUND, this.background);
	}

	private static InstrumentedPool<Object> pool(int size, int waiting) {
		return PoolBuilder.from(Mono.fromSupplier(Object::new))
			.sizeBetween(0, size)
			.maxPendingAcquire(waiting)
			.buildPool();
	}

	private static void bind(MeterRegistry meters, CallPriority priority, InstrumentedPool<Object> pool) {
		String tag = priority.name().toLowerCase(Locale.ROOT);
		Gauge.builder("tgr.details.upstream.active", pool, (calls) -> calls.metrics().acquiredSize())
			.description("Calls on their way to GitHub")
			.tag("priority", tag)
			.register(meters);
		Gauge.builder("tgr.details.upstream.waiting", pool, (calls) -> calls.metrics().pendingAcquireSize())
			.description("Calls that wait for their turn")
			.tag("priority", tag)
			.register(meters);
	}

	/**
	 * Makes a call when it has its turn.
	 * @param call the call
	 * @param <T> the type of the answer
	 * @return the answer
	 */
	<T> Mono<T> within(Mono<T> call) {
		return Mono.deferContextual((context) -> pool(CallPriority.of(context)).withPoolable((permit) -> call)
			.singleOrEmpty()
			.onErrorMap(PoolAcquirePendingLimitException.class,
					(ex) -> new NeighbourUnavailableException("github", "is asked by too many at once", null, ex)));
	}

	private InstrumentedPool<Object> pool(CallPriority priority) {
		return (priority == CallPriority.BACKGROUND) ? this.background : this.interactive;
	}

	@Override
	public void destroy() {
		this.interactive.dispose();
		this.background.dispose();
	}

}
