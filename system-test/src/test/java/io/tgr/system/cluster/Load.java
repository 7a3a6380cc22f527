package io.tgr.system.cluster;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests at a steady rate, sent when they are due whether or not earlier ones have been
 * answered.
 */
final class Load implements AutoCloseable {

	private static final int PER_SECOND = 200;

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(5))
		.build();

	private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

	private final Phaser underWay = new Phaser(1);

	private final AtomicInteger answered = new AtomicInteger();

	private final Queue<String> failures = new ConcurrentLinkedQueue<>();

	private final HttpRequest request;

	private final long started = System.nanoTime();

	private final int perSecond;

	private Load(URI url, int perSecond) {
		this.perSecond = perSecond;
		this.request = HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(15)).build();
		this.clock.scheduleAtFixedRate(this::send, 0, 1_000_000 / perSecond, TimeUnit.MICROSECONDS);
	}

	static Load on(URI url) {
		return new Load(url, PER_SECOND);
	}

	static Load on(URI url, int perSecond) {
		return new Load(url, perSecond);
	}

	private void send() {
		this.underWay.register();
		Instant sent = Instant.now();
		this.client.sendAsync(this.request, BodyHandlers.ofString()).whenComplete((answer, failure) -> {
			if (failure != null) {
				this.failures.add("%s: %s".formatted(sent, failure));
			}
			else if (answer.statusCode() != 200) {
				this.failures.add("%s: %d %s".formatted(sent, answer.statusCode(), beginning(answer)));
			}
			this.answered.incrementAndGet();
			this.underWay.arriveAndDeregister();
		});
	}

	private static String beginning(HttpResponse<String> answer) {
		return answer.body().substring(0, Math.min(300, answer.body().length()));
	}

	/**
	 * Ends it, and demands that every request was answered with 200.
	 */
	void assertNoneFailed() {
		assertFailed(0);
	}

	/**
	 * Ends it, and demands that hardly a request was not answered with 200.
	 * @param percent how many may have failed
	 */
	void assertFailed(int percent) {
		close();
		double seconds = (System.nanoTime() - this.started) / 1e9;
		System.out.printf("load: %s, %d requests in %.0f s, %d failed%n", this.request.uri().getPath(),
				this.answered.get(), seconds, this.failures.size());
		assertThat(this.failures).hasSizeLessThanOrEqualTo(this.answered.get() * percent / 100);
		assertThat(this.answered.get() / seconds).isGreaterThan(0.8 * this.perSecond);
	}

	@Override
	public void close() {
		if (!this.clock.isShutdown()) {
			this.clock.shutdown();
			this.underWay.arriveAndAwaitAdvance();
		}
	}

}
