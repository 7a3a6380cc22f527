package io.tgr.common.resilience;

import java.util.function.Predicate;

/**
 * Makes neighbours, with the settings {@code tgr.neighbours.<name>.*}.
 */
public interface NeighbourFactory {

	/**
	 * Makes a neighbour.
	 * @param name its name in settings and metrics
	 * @param retryable which failures are the neighbour's own and may pass: they are
	 * retried and count for the circuit breaker; all others (not found, an empty quota)
	 * do neither
	 * @return the neighbour
	 */
	Neighbour neighbour(String name, Predicate<Throwable> retryable);

	/**
	 * Makes a neighbour whose exceptions say themselves, as {@link RetryHint}, whether
	 * they may pass.
	 * @param name its name in settings and metrics
	 * @return the neighbour
	 */
	default Neighbour neighbour(String name) {
		return neighbour(name, (ex) -> ex instanceof RetryHint hint && hint.retryable());
	}

}
