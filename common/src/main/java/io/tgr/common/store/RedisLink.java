package io.tgr.common.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.reactive.RedisReactiveCommands;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks Redis. Nothing waits for a Redis that is away: commands fail at once until it is
 * back.
 */
final class RedisLink {

	private final RedisLines lines;

	private final RedisHealth health;

	RedisLink(RedisLines lines) {
		this.lines = lines;
		this.health = lines.health();
	}

	boolean isUp() {
		return this.health.isUp();
	}

	/**
	 * Begins to connect.
	 * @param patience how long to wait for it
	 */
	void open(Duration patience) {
		this.lines.open();
		this.lines.await(patience);
	}

	/**
	 * Asks Redis.
	 * @param command what to ask
	 * @param <T> the type of the answer
	 * @return the answer; fails with a {@link StoreException}
	 */
	<T> Flux<T> call(Function<RedisReactiveCommands<String, byte[]>, Publisher<T>> command) {
		return Flux.defer(() -> {
			StatefulRedisConnection<String, byte[]> connection = this.lines.commands();
			if (connection == null || !this.health.isUp()) {
				return Flux.error(new StoreException("Redis does not answer", null));
			}
			long round = this.health.round();
			return Flux.from(command.apply(connection.reactive()))
				.doOnComplete(this.health::answers)
				.doOnError((ex) -> this.health.failed(ex, round))
				.onErrorMap(RedisLink::failure);
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
		this.lines.close();
	}

	private static StoreException failure(Throwable cause) {
		return new StoreException(
				(RedisRefusal.isRefused(cause)) ? "Redis refuses: " + cause.getMessage() : "Redis does not answer",
				cause);
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
