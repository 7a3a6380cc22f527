package io.tgr.trending;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/**
 * Counts each time that a part of an answer is missing, or came another way; answers of
 * {@code /trending} itself are counted by {@link AnswerMetrics}.
 */
@Component
class Fallbacks {

	private final MeterRegistry meters;

	Fallbacks(MeterRegistry meters) {
		this.meters = meters;
	}

	void missing(String part, String reason) {
		count(part, "missing", reason);
	}

	void pool(String part, String reason) {
		count(part, "pool", reason);
	}

	void histories(String part, String reason) {
		count(part, "histories", reason);
	}

	private void count(String part, String to, String reason) {
		this.meters.counter("tgr.trending.fallbacks", "part", part, "to", to, "reason", reason).increment();
	}

}
