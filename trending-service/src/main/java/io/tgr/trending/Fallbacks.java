package io.tgr.trending;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/**
 * Counts each answer a part of which is missing or came another way; how answers of
 * {@code /trending} came about is counted by {@link AnswerMetrics}.
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
