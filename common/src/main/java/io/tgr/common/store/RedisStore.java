package io.tgr.common.store;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A store in Redis, which replicas share.
 */
final class RedisStore implements ManagedStore, ScriptedStore {

	private static final int AT_ONCE = 100;

	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private final String id = UUID.randomUUID().toString();

	private final ChangeFeed feed = new ChangeFeed();

	private final RedisLink link;

	private final String prefix;

	private final RedisWrites writes;

	private final StoreMetrics metrics;

	private final Leases leases;

	private volatile boolean running;

	RedisStore(RedisURI address, StoreProperties properties, StoreOwner owner, Clock clock, StoreMetrics metrics) {
		this.prefix = "tgr:%s:%s:".formatted(owner.service(), owner.githubHost());
		this.metrics = metrics;
		this.link = new RedisLink(new RedisLines(address, properties.redis().timeout(), this.prefix, this::hear,
				() -> this.feed.tell(StoreChange.RESYNC)));
		this.writes = new RedisWrites(this.link, this.prefix, this.id, clock);
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
		return change(this.writes.put(entries, null));
	}

	@Override
	public Mono<Void> put(Collection<StoredEntry> entries, Fence fence) {
		return change(this.writes.put(entries, fence));
	}

	@Override
	public Mono<Void> delete(Collection<String> keys) {
		return this.writes.delete(keys).onErrorMap((ex) -> failure("write", ex));
	}

	@Override
	public Mono<List<String>> run(Script script, String key, List<String> arguments) {
		return this.link
			.run(script, new String[] { this.prefix + key },
					arguments.stream().map(RedisWrites::bytes).toArray(byte[][]::new))
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
		this.link.open(PATIENCE);
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

	private Mono<Void> change(Mono<Integer> change) {
		return change.doOnNext(this.metrics::written).onErrorMap((ex) -> failure("write", ex)).then();
	}

	private void hear(String message) {
		String[] parts = message.split("\n");
		if (parts.length > 2 && !parts[0].equals(this.id)) {
			this.feed
				.tell(new StoreChange(StoreChange.Kind.valueOf(parts[1]), List.of(parts).subList(2, parts.length)));
		}
	}

	private StoreException failure(String operation, Throwable cause) {
		if (cause instanceof StaleFenceException stale) {
			return stale;
		}
		this.metrics.failed(operation);
		return (cause instanceof StoreException known) ? known
				: new StoreException("Redis could not " + operation, cause);
	}

}
