package io.tgr.cluster.stream;

import java.time.Duration;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The streams that are open: bounded in number, and ended before the server waits for its
 * last answers.
 */
@Component
@EnableConfigurationProperties(StreamProperties.class)
public final class OpenStreams implements SmartLifecycle {

	private final int most;

	private final Bulkhead bulkhead;

	private volatile Sinks.Empty<Void> end = Sinks.empty();

	private volatile boolean running;

	OpenStreams(StreamProperties properties) {
		this.most = properties.maxStreams();
		this.bulkhead = Bulkhead.of("open-streams",
				BulkheadConfig.custom().maxConcurrentCalls(this.most).maxWaitDuration(Duration.ZERO).build());
	}

	/**
	 * Lets a stream run, if there is room for it.
	 * @param stream the stream
	 * @return the stream, which fails at once if there is none
	 */
	public Mono<Void> admit(Mono<Void> stream) {
		return stream.transformDeferred(BulkheadOperator.of(this.bulkhead))
			.onErrorMap(BulkheadFullException.class, (ex) -> new TooManyStreamsException(this.most));
	}

	/**
	 * How many streams are open.
	 * @return the count
	 */
	public int open() {
		return this.most - this.bulkhead.getMetrics().getAvailableConcurrentCalls();
	}

	Mono<Void> end() {
		return this.end.asMono();
	}

	@Override
	public void start() {
		this.end = Sinks.empty();
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		this.end.tryEmitEmpty();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
