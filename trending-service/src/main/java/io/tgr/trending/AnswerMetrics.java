package io.tgr.trending;

import java.util.EnumMap;
import java.util.Map;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/**
 * Counts how questions were answered, and those whose answer had to do without what was
 * kept.
 */
@Component
class AnswerMetrics {

	private final Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);

	private final Fallbacks fallbacks;

	AnswerMetrics(MeterRegistry registry, Fallbacks fallbacks) {
		this.fallbacks = fallbacks;
		for (Outcome outcome : Outcome.values()) {
			this.counters.put(outcome,
					Counter.builder("tgr.trending.answers")
						.description("Answers of /trending by how they came about")
						.tag("outcome", outcome.tag())
						.register(registry));
		}
	}

	void answered(Outcome outcome, Coverage coverage) {
		answered(outcome);
		if (coverage.lacks(ArchiveUnavailableException.REASON)) {
			this.fallbacks.histories("earlier", ArchiveUnavailableException.REASON);
		}
	}

	void answered(Outcome outcome) {
		Counter counter = this.counters.get(outcome);
		if (counter != null) {
			counter.increment();
		}
	}

}
