package io.tgr.benchmarks;

import java.util.function.Predicate;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.tgr.common.resilience.Neighbour;
import io.tgr.common.resilience.NeighbourFactory;

/**
 * Counts whoever waits for a neighbour as at work.
 */
final class NeighboursAtWork implements BeanPostProcessor {

	private final FastTime time;

	NeighboursAtWork(FastTime time) {
		this.time = time;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof NeighbourFactory factory) ? new Factory(factory, this.time) : bean;
	}

	/**
	 * Makes neighbours whose calls are counted.
	 *
	 * @param factory makes them
	 * @param time the time
	 */
	private record Factory(NeighbourFactory factory, FastTime time) implements NeighbourFactory, MeterBinder {

		@Override
		public Neighbour neighbour(String name, Predicate<Throwable> retryable) {
			return new Counted(this.factory.neighbour(name, retryable), this.time);
		}

		@Override
		public void bindTo(MeterRegistry registry) {
			if (this.factory instanceof MeterBinder binder) {
				binder.bindTo(registry);
			}
		}

	}

	/**
	 * A neighbour whose calls are counted.
	 *
	 * @param neighbour the neighbour
	 * @param time the time
	 */
	private record Counted(Neighbour neighbour, FastTime time) implements Neighbour {

		@Override
		public <T> Mono<T> protect(Mono<T> call) {
			return this.time.during(() -> this.neighbour.protect(call));
		}

		@Override
		public <T> Flux<T> protect(Flux<T> call) {
			return this.time.during(this.neighbour.protect(call));
		}

	}

}
