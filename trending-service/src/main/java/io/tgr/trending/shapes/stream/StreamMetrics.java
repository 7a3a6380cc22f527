package io.tgr.trending.shapes.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/**
 * Counts what streams tell.
 */
@Component
class StreamMetrics {

	private final MeterRegistry meters;

	private final Counter sent;

	private final Counter skipped;

	private final Counter failedLooks;

	StreamMetrics(MeterRegistry meters) {
		this.meters = meters;
		this.sent = events("sent");
		this.skipped = events("skipped");
		this.failedLooks = Counter.builder("tgr.trending.stream.failed.looks")
			.description("Looks for a new ranking that brought none, since it could not be made")
			.register(meters);
	}

	private Counter events(String outcome) {
		return Counter.builder("tgr.trending.stream.events")
			.description("Rankings for streams: sent, or skipped since the client reads too slowly")
			.tag("outcome", outcome)
			.register(this.meters);
	}

	void sent() {
		this.sent.increment();
	}

	void skipped() {
		this.skipped.increment();
	}

	void failedLook() {
		this.failedLooks.increment();
	}

}
