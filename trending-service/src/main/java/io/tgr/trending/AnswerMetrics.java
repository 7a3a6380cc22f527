package io.tgr.trending;

import java.util.EnumMap;
import java.util.Map;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/**
 * Counts how questions were answered.
 */
@Component
class AnswerMetrics {

	private final Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);

	AnswerMetrics(MeterRegistry registry) {
		for (Outcome outcome : Outcome.values()) {
			this.counters.put(outcome,
					Counter.builder("tgr.trending.answers")
						.description("Answers of /trending by how they came about")
						.tag("outcome", outcome.tag())
						.register(registry));
		}
	}

	void answered(Outcome outcome) {
		Counter counter = this.counters.get(outcome);
		if (counter != null) {
			counter.increment();
		}
	}

}
