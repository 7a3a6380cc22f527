package io.tgr.common.store;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A store in Redis, which replicas share.
 */
final class RedisStore implements ManagedStore, ScriptedStore {

	private static final Script PUT = Script.of(RedisStore.class, "put.lua");

	private static final Script DELETE = Script.of(RedisStore.class, "delete.lua");

	private static final int AT_ONCE = 100;

	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private final String id = UUID.randomUUID().toString();

	private final ChangeFeed feed = new ChangeFeed();

	private final RedisLink link;

	private final String prefix;

	private final Clock clock;

	private final StoreMetrics metrics;

	private final Leases leases;

	private volatile boolean running;

	RedisStore(RedisURI address, StoreProperties properties, StoreOwner owner, Clock clock, StoreMetrics metrics) {
		this.prefix = "tgr:%s:%s:".formatted(owner.service(), owner.githubHost());
		this.clock = clock;
		this.metrics = metrics;
		this.link = new RedisLink(address, properties.redis().timeout(), () -> this.feed.tell(StoreChange.RESYNC));
		this.leases = new RedisLeases(this, properties.lease());
		metrics.watch(this);
	}

	@Override
	public Mono<StoredValue> get(String key) {
		return this.link.call((redis) -> redis.get(this.prefix + key))
			.next()
			.map(StoredBytes::value)
			.onErrorMap((ex) -> failure("read", ex));
	}

	@Override
	public Flux<StoredEntry> scan(String prefix) {
		String pattern = (this.prefix + prefix).replaceAll("([\\\\*?\\[\\]])", "\\\\$1") + "*";
		ScanArgs arguments = ScanArgs.Builder.limit(5L * AT_ONCE).match(pattern);
		return this.link.call((redis) -> ScanStream.scan(redis, arguments))
			.buffer(AT_ONCE)
			.concatMap((keys) -> this.link.call((redis) -> redis.mget(keys.toArray(String[]::new))), 1)
			.filter(KeyValue::hasValue)
			.map((found) -> StoredBytes.entry(found.getKey().substring(this.prefix.length()), found.getValue()))
			.onErrorMap((ex) -> failure("read", ex));
	}

	@Override
	public Mono<Void> put(Collection<StoredEntry> entries) {
		return put(entries, null, "", "");
	}

	@Override
	public Mono<Void> put(Collection<StoredEntry> entries, Fence fence) {
		return put(entries, fence, this.prefix + "lease/" + fence.lease(), String.valueOf(fence.value()));
	}

	@Override
	public Mono<Void> delete(Collection<String> keys) {
		return Flux.fromIterable(keys)
			.map((key) -> this.prefix + key)
			.buffer(AT_ONCE)
			.concatMap((some) -> this.link.run(DELETE, some.toArray(String[]::new), arguments()))
			.onErrorMap((ex) -> failure("write", ex))
			.then();
	}

	@Override
	public Mono<List<String>> run(Script script, String key, List<String> arguments) {
		return this.link
			.run(script, new String[] { this.prefix + key },
					arguments.stream().map(RedisStore::ascii).toArray(byte[][]::new))
			.onErrorMap((ex) -> failure("write", ex));
	}

	@Override
	public Flux<StoreChange> changes(String prefix) {
		return this.feed.changes(prefix);
	}

	@Override
	public Leases leases() {
		return this.leases;
	}

	@Override
	public boolean shared() {
		return true;
	}

	@Override
	public boolean available() {
		return this.running && this.link.isUp();
	}

	// Waits a little, so that what is restored at the start can be; never fails.
	@Override
	public void start() {
		this.running = true;
		this.link.open(this.prefix + "changes", this::hear, () -> this.feed.tell(StoreChange.RESYNC));
		this.link.awaitFirstAnswer(PATIENCE);
	}

	@Override
	public void stop() {
		this.running = false;
		this.link.close();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private Mono<Void> put(Collection<StoredEntry> entries, @Nullable Fence fence, String lease, String value) {
		Instant now = this.clock.instant();
		return Flux.fromIterable(entries)
			.filter((entry) -> entry.expiresAt() == null || entry.expiresAt().isAfter(now))
			.buffer(AT_ONCE)
			.concatMap((some) -> write(some, lease, value, now))
			.doOnNext((answer) -> {
				if (fence != null && answer.get(0).equals("stale")) {
					throw new StaleFenceException(fence);
				}
				this.metrics.written(Integer.parseInt(answer.get(1)));
			})
			.onErrorMap((ex) -> failure("write", ex))
			.then();
	}

	private Mono<List<String>> write(List<StoredEntry> entries, String lease, String fence, Instant now) {
		String[] keys = Stream
			.concat(Stream.of(lease), entries.stream().map((entry) -> this.prefix + entry.key()))
			.toArray(String[]::new);
		List<byte[]> arguments = new ArrayList<>(Arrays.asList(arguments()));
		arguments.add(ascii(fence));
		entries.forEach((entry) -> {
			arguments.add(StoredBytes.of(entry));
			arguments.add(ascii(StoredBytes.life(entry, now)));
		});
		return this.link.run(PUT, keys, arguments.toArray(byte[][]::new));
	}

	private byte[][] arguments() {
		return new byte[][] { ascii(this.id), ascii(this.prefix + "changes"), ascii("" + this.prefix.length()) };
	}

	private void hear(String message) {
		String[] parts = message.split("\n");
		if (parts.length > 2 && !parts[0].equals(this.id)) {
			this.feed.tell(new StoreChange(StoreChange.Kind.valueOf(parts[1]),
					List.of(parts).subList(2, parts.length)));
		}
	}

	private StoreException failure(String operation, Throwable cause) {
		if (cause instanceof StaleFenceException stale) {
			return stale;
		}
		this.metrics.failed(operation);
		return (cause instanceof StoreException known) ? known : new StoreException("Redis could not " + operation, cause);
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
