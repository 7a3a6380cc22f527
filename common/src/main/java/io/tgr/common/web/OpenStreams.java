package io.tgr.common.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The streams that are open: bounded in number, together and for each client, and ended
 * before the server waits for its last answers.
 */
public final class OpenStreams implements SmartLifecycle {

	private final int most;

	private final int mostPerClient;

	private final Function<String, Counter> refused;

	private final AtomicInteger open = new AtomicInteger();

	private final Map<String, Integer> clients = new ConcurrentHashMap<>();

	private volatile Sinks.Empty<Void> end = Sinks.empty();

	private volatile boolean running;

	/**
	 * Creates it without a stream.
	 * @param most how many streams there are at most
	 * @param mostPerClient how many streams one client has at most
	 * @param metric what the names of its metrics begin with
	 * @param meters where to count
	 */
	public OpenStreams(int most, int mostPerClient, String metric, MeterRegistry meters) {
		this.most = most;
		this.mostPerClient = mostPerClient;
		this.refused = (reason) -> Counter.builder(metric + ".refused")
			.description("Streams that were refused: too many of one client, or of all")
			.tag("reason", reason)
			.register(meters);
		Gauge.builder(metric + ".open", this.open, AtomicInteger::get)
			.description("Streams that are open")
			.register(meters);
	}

	/**
	 * Lets a stream run, if there is room for it.
	 * @param client whose it is, {@code null} for nobody's in particular
	 * @param stream the stream
	 * @return the stream, which fails at once if there is none
	 */
	public Mono<Void> admit(@Nullable String client, Mono<Void> stream) {
		return Mono.usingWhen(Mono.fromCallable(() -> enter(client)), (entered) -> stream,
				(entered) -> Mono.fromRunnable(() -> leave(client)));
	}

	/**
	 * How many streams are open.
	 * @return the count
	 */
	public int open() {
		return this.open.get();
	}

	private boolean enter(@Nullable String client) {
		if (client != null && this.clients.merge(client, 1, Integer::sum) > this.mostPerClient) {
			leaveClient(client);
			this.refused.apply("client").increment();
			throw TooManyStreamsException.ofOneClient(this.mostPerClient);
		}
		if (this.open.incrementAndGet() > this.most) {
			leave(client);
			this.refused.apply("all").increment();
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

	/**
	 * Whether it is time to end.
	 * @return completes when this service stops
	 */
	public Mono<Void> end() {
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
