package io.tgr.common.store;

import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Two connections to Redis, one for commands and one that listens: opened for as long as
 * it takes, and tried while there is doubt.
 */
final class RedisLines implements RedisConnectionStateListener {

	private static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

	private static final Duration PROBE = Duration.ofMillis(500);

	private final RedisURI address;

	private final RedisClient client;

	private final RedisHealth health;

	private final RedisEars ears;

	private final String probe;

	private final Runnable resync;

	private final Disposable.Composite work = Disposables.composite();

	private final CountDownLatch answered = new CountDownLatch(1);

	private final CountDownLatch listening = new CountDownLatch(1);

	private final AtomicBoolean missed = new AtomicBoolean();

	private volatile @Nullable StatefulRedisConnection<String, byte[]> commands;

	/**
	 * Makes them.
	 * @param address where Redis is
	 * @param timeout how long it may take to answer
	 * @param prefix how keys and channels begin
	 * @param message is told what others say
	 * @param resync is told when something may have been missed and can be read again: at
	 * the start, and once for each lost connection
	 */
	RedisLines(RedisURI address, Duration timeout, String prefix, Consumer<String> message, Runnable resync) {
		this.address = address;
		this.probe = prefix + "probe";
		this.resync = resync;
		this.health = new RedisHealth(address.getHost() + ":" + address.getPort(), this::catchUp);
		this.ears = new RedisEars(prefix + "changes", message, this::hears);
		this.client = RedisClients.create(address, timeout);
	}

	RedisHealth health() {
		return this.health;
	}

	@Nullable StatefulRedisConnection<String, byte[]> commands() {
		return this.commands;
	}

	void open() {
		this.work.add(forEver(() -> this.client.connectAsync(CODEC, this.address)).flatMap((connection) -> {
			connection.addListener(this);
			this.commands = connection;
			return probe();
		}).subscribe());
		this.work.add(forEver(() -> this.client.connectPubSubAsync(CODEC, this.address)).subscribe(this.ears::open));
		this.work.add(Flux.interval(PROBE)
			.onBackpressureDrop()
			.doOnNext((tick) -> this.ears.listen())
			.concatMap((tick) -> probe(), 1)
			.subscribe());
	}

	// Only while the service starts.
	void await(Duration patience) {
		try {
			if (this.answered.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
				this.listening.await(patience.toMillis(), TimeUnit.MILLISECONDS);
			}
			else {
				this.health.away(new TimeoutException());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	void close() {
		this.health.end();
		this.work.dispose();
		RedisClients.close(this.client);
	}

	/**
	 * Tells of a lost connection before any command notices.
	 */
	@Override
	public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
		this.health.away(new ClosedChannelException());
	}

	private <C> Mono<C> forEver(Supplier<CompletionStage<C>> connect) {
		return Mono.fromCompletionStage(connect)
			.doOnError(this.health::away)
			.retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(100)).maxBackoff(RedisClients.LONGEST_DELAY));
	}

	// A Redis that answers but cannot be written is of no use, so this writes.
	private Mono<Void> probe() {
		return Mono.defer(() -> {
			StatefulRedisConnection<String, byte[]> connection = this.commands;
			if (connection == null || !this.health.isDoubtful()) {
				return Mono.<Void>empty();
			}
			long round = this.health.round();
			return connection.reactive()
				.hset(this.probe, "written", new byte[0])
				.doOnNext((written) -> works())
				.doOnError((ex) -> this.health.failed(ex, round))
				.onErrorComplete()
				.then();
		});
	}

	private void works() {
		this.health.works();
		this.answered.countDown();
	}

	private void hears() {
		this.missed.set(true);
		catchUp();
		this.listening.countDown();
	}

	// What was missed can be read only when commands are answered, too.
	private void catchUp() {
		if (this.health.isUp() && this.missed.getAndSet(false)) {
			this.resync.run();
		}
	}

}
