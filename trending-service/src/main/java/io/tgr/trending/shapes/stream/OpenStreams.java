package io.tgr.trending.shapes.stream;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The streams that are open: bounded in number, together and for each client, and ended
 * before the server waits for its last answers.
 */
@Component
final class OpenStreams implements SmartLifecycle {

	private final int most;

	private final int mostPerClient;

	private final StreamMetrics metrics;

	private final AtomicInteger open = new AtomicInteger();

	private final Map<String, Integer> clients = new ConcurrentHashMap<>();

	private volatile Sinks.Empty<Void> end = Sinks.empty();

	private volatile boolean running;

	OpenStreams(StreamProperties properties, StreamMetrics metrics, MeterRegistry meters) {
		this.most = properties.maxStreams();
		this.mostPerClient = properties.maxPerClient();
		this.metrics = metrics;
		Gauge.builder("tgr.trending.stream.open", this.open, AtomicInteger::get)
			.description("Streams that are open")
			.register(meters);
	}

	/**
	 * Lets a stream run, if there is room for it.
	 * @param client whose it is, {@code null} for nobody's in particular
	 * @param stream the stream
	 * @return the stream, which fails at once if there is none
	 */
	Mono<Void> admit(@Nullable String client, Mono<Void> stream) {
		return Mono.usingWhen(Mono.fromCallable(() -> enter(client)), (entered) -> stream,
				(entered) -> Mono.fromRunnable(() -> leave(client)));
	}

	private boolean enter(@Nullable String client) {
		if (client != null && this.clients.merge(client, 1, Integer::sum) > this.mostPerClient) {
			leaveClient(client);
			this.metrics.refused("client");
			throw TooManyStreamsException.ofOneClient(this.mostPerClient);
		}
		if (this.open.incrementAndGet() > this.most) {
			leave(client);
			this.metrics.refused("all");
			throw TooManyStreamsException.ofAll(this.most);
		}
		return true;
	}

	private void leave(@Nullable String client) {
		this.open.decrementAndGet();
		if (client != null) {
			leaveClient(client);
		}
	}

	private void leaveClient(String client) {
		this.clients.computeIfPresent(client, (key, count) -> (count > 1) ? count - 1 : null);
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
