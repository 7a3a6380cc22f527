package io.tgr.details;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

import io.tgr.common.github.GithubException;
import io.tgr.common.resilience.NeighbourUnavailableException;

/**
 * Counts each time that an answer is less than it should be, or came another way.
 */
@Component
class Fallbacks {

	private final MeterRegistry meters;

	Fallbacks(MeterRegistry meters) {
		this.meters = meters;
	}

	void stale(Slot.Kind part, Throwable failure) {
		count(part, "stale", failure);
	}

	void missing(Slot.Kind part, Throwable failure) {
		count(part, "missing", failure);
	}

	void rest(Slot.Kind part, Throwable failure) {
		count(part, "rest", failure);
	}

	private void count(Slot.Kind part, String to, Throwable failure) {
		this.meters.counter("tgr.details.fallbacks", "part", part.slug(), "to", to, "reason", reason(failure))
			.increment();
	}

	private static String reason(Throwable failure) {
		if (failure instanceof GithubException ex) {
			return ex.failure().slug();
		}
		return (failure instanceof NeighbourUnavailableException) ? "neighbour-unavailable" : "internal-error";
	}

}
