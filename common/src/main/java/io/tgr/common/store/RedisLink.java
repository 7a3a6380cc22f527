package io.tgr.common.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.reactive.RedisReactiveCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Two connections to Redis, one for commands and one that listens. Nothing waits for a
 * Redis that is away: commands fail at once until it answers again.
 */
final class RedisLink {

	private static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

	private static final Duration PROBE = Duration.ofMillis(500);

	private final RedisURI address;

	private final RedisClient client;

	private final RedisHealth health;

	private final Disposable.Composite work = Disposables.composite();

	private final Disposable.Swap probing = Disposables.swap();

	private final CountDownLatch answered = new CountDownLatch(1);

	private final CountDownLatch listening = new CountDownLatch(1);

	private volatile @Nullable StatefulRedisConnection<String, byte[]> commands;

	RedisLink(RedisURI address, Duration timeout, Runnable back) {
		this.address = address;
		this.health = new RedisHealth(address.getHost() + ":" + address.getPort(), back);
		this.client = RedisClients.create(address, timeout);
	}

	boolean isUp() {
		return this.health.isUp();
	}

	/**
	 * Begins to connect, for as long as it takes.
	 * @param channel what to listen to
	 * @param listener is told what is said there
	 */
	void open(String channel, RedisListener listener) {
		this.work.add(forEver(() -> this.client.connectAsync(CODEC, this.address)).subscribe((connection) -> {
			this.commands = connection;
			probe();
		}));
		this.work.add(forEver(() -> this.client.connectPubSubAsync(CODEC, this.address)).subscribe((connection) -> {
			connection.addListener(listener);
			connection.async().subscribe(channel);
		}));
		this.work.add(Flux.interval(PROBE).onBackpressureDrop().subscribe((tick) -> probe()));
	}

	// Only while the service starts.
	void await(Duration patience) {
		try {
			boolean there = this.answered.await(patience.toMillis(), TimeUnit.MILLISECONDS)
					&& this.listening.await(patience.toMillis(), TimeUnit.MILLISECONDS);
			if (!there) {
				this.health.fails(new TimeoutException());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	void hears() {
		this.listening.countDown();
	}

	/**
	 * Asks Redis.
	 * @param command what to ask
	 * @param <T> the type of the answer
	 * @return the answer; fails with a {@link StoreException}
	 */
	<T> Flux<T> call(Function<RedisReactiveCommands<String, byte[]>, Publisher<T>> command) {
		return Flux.defer(() -> {
			StatefulRedisConnection<String, byte[]> connection = this.commands;
			if (connection == null || !this.health.isUp()) {
				return Flux.error(new StoreException("Redis does not answer", null));
			}
			return Flux.from(command.apply(connection.reactive())).onErrorMap(this::failure);
		});
	}

	/**
	 * Runs a script.
	 * @param script the script
	 * @param keys the keys
	 * @param arguments what it is told
	 * @return what it returns; fails with a {@link StoreException}
	 */
	Mono<List<String>> run(Script script, String[] keys, byte[][] arguments) {
		return call((redis) -> redis.<byte[]>evalsha(script.digest(), ScriptOutputType.MULTI, keys, arguments)
			.onErrorResume(RedisNoScriptException.class,
					(ex) -> redis.eval(script.source(), ScriptOutputType.MULTI, keys, arguments)))
			.collectList()
			.map(RedisLink::strings);
	}

	void close() {
		this.health.end();
		this.work.dispose();
		RedisClients.close(this.client);
	}

	private <C> Mono<C> forEver(Supplier<CompletionStage<C>> connect) {
		return Mono.fromCompletionStage(connect)
			.doOnError(this.health::fails)
			.retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(100)).maxBackoff(RedisClients.LONGEST_DELAY));
	}

	private void probe() {
		StatefulRedisConnection<String, byte[]> connection = this.commands;
		if (connection != null && !this.health.isUp()) {
			this.probing.update(connection.reactive().ping().subscribe((pong) -> {
				this.health.answers();
				this.answered.countDown();
			}, this.health::fails));
		}
	}

	private StoreException failure(Throwable cause) {
		boolean refused = cause instanceof RedisCommandExecutionException
				&& !(cause.getMessage() + "").startsWith("LOADING");
		if (!refused) {
			this.health.fails(cause);
		}
		return new StoreException((refused) ? "Redis refuses: " + cause.getMessage() : "Redis does not answer", cause);
	}

	// Elements may come one by one or as one list.
	private static List<String> strings(List<?> answer) {
		return answer.stream()
			.flatMap((part) -> (part instanceof List<?> list) ? list.stream() : Stream.of(part))
			.map((part) -> (part instanceof byte[] bytes) ? new String(bytes, StandardCharsets.UTF_8)
					: String.valueOf(part))
			.toList();
	}

}
