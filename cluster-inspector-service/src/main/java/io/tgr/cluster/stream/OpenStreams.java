package io.tgr.cluster.stream;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import io.tgr.cluster.row.Places;

/**
 * The streams that are open: bounded in number, and ended before the server waits for its
 * last answers.
 */
@Component
@EnableConfigurationProperties(StreamProperties.class)
public final class OpenStreams implements SmartLifecycle {

	private final Places places;

	private volatile Sinks.Empty<Void> end = Sinks.empty();

	private volatile boolean running;

	OpenStreams(StreamProperties properties) {
		this.places = new Places(properties.maxStreams(), TooManyStreamsException::new);
	}

	/**
	 * Lets a stream run, if there is room for it.
	 * @param stream the stream
	 * @return the stream, which fails at once if there is none
	 */
	public Mono<Void> admit(Mono<Void> stream) {
		return this.places.take(stream);
	}

	/**
	 * How many streams are open.
	 * @return the count
	 */
	public int open() {
		return this.places.taken();
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
