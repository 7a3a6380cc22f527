package io.tgr.trending.memory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.tgr.common.store.Fence;
import io.tgr.common.store.KeyValueStore;
import io.tgr.common.store.StaleFenceException;
import io.tgr.common.store.StoreChange;
import io.tgr.common.store.StoredEntry;
import io.tgr.trending.record.UnreadableRecordException;

/**
 * Keeps a few small records: each is written when its bytes are other ones than last
 * time. One that cannot be read is passed over.
 */
public final class KeptRecords implements Kept {

	private static final Log logger = LogFactory.getLog(KeptRecords.class);

	private static final Duration KEEP = Duration.ofDays(90);

	private final KeyValueStore store;

	private final String prefix;

	private final Source source;

	private final Writer writer;

	private final Clock clock;

	private final Map<String, byte[]> written = new ConcurrentHashMap<>();

	private long version;

	private KeptRecords(KeyValueStore store, String prefix, Source source, Writer writer, Clock clock) {
		this.store = store;
		this.prefix = prefix;
		this.source = source;
		this.writer = writer;
		this.clock = clock;
	}

	/**
	 * Records that any replica writes.
	 * @param store where to
	 * @param prefix how their keys begin
	 * @param source what there is
	 * @param clock tells their age
	 * @return the records
	 */
	public static KeptRecords ofAnybody(KeyValueStore store, String prefix, Source source, Clock clock) {
		return new KeptRecords(store, prefix, source, store::put, clock);
	}

	/**
	 * Records that only the replica writes that refreshes.
	 * @param store where to
	 * @param prefix how their keys begin
	 * @param source what there is
	 * @param leadership tells which replica that is
	 * @param clock tells their age
	 * @return the records
	 */
	public static KeptRecords ofLeader(KeyValueStore store, String prefix, Source source, Leadership leadership,
			Clock clock) {
		return new KeptRecords(store, prefix, source, (entries) -> {
			Optional<Fence> fence = leadership.fence();
			return (fence.isPresent()) ? store.put(entries, fence.get()) : Mono.error(new NotLeadingException());
		}, clock);
	}

	@Override
	public String prefix() {
		return this.prefix;
	}

	@Override
	public Mono<Void> restore() {
		return this.store.scan(this.prefix).doOnNext((entry) -> take(entry.key(), entry.value(), Origin.START)).then();
	}

	@Override
	public Mono<Void> write() {
		return Mono.defer(() -> {
			Map<String, byte[]> changed = new ConcurrentHashMap<>(this.source.current());
			changed.entrySet().removeIf((entry) -> Arrays.equals(this.written.get(entry.getKey()), entry.getValue()));
			return (changed.isEmpty()) ? Mono.empty()
					: this.writer.write(entries(changed)).doOnSuccess((done) -> this.written.putAll(changed));
		})
			.onErrorResume(NotLeadingException.class, (failure) -> Mono.empty())
			.onErrorResume(StaleFenceException.class, (failure) -> Mono.empty());
	}

	@Override
	public Mono<Void> follow(StoreChange change) {
		return switch (change.kind()) {
			case REMOVED -> Mono.empty();
			case RESYNC -> compare();
			case WRITTEN -> Flux.fromIterable(change.keys())
				.concatMap((key) -> this.store.get(key).doOnNext((value) -> take(key, value.value(), Origin.REPLICA)))
				.then();
		};
	}

	// What a store that came back has lost is written again.
	private Mono<Void> compare() {
		return Mono.defer(() -> {
			Set<String> there = new HashSet<>();
			return this.store.scan(this.prefix).doOnNext((entry) -> {
				there.add(entry.key().substring(this.prefix.length()));
				take(entry.key(), entry.value(), Origin.REPLICA);
			}).then(Mono.fromRunnable(() -> this.written.keySet().retainAll(there)));
		});
	}

	private void take(String key, byte[] value, Origin origin) {
		try {
			this.source.take(key.substring(this.prefix.length()), value, origin);
			this.written.put(key.substring(this.prefix.length()), value);
		}
		catch (UnreadableRecordException ex) {
			logger.warn("The record " + key + " of the store is passed over: " + ex.getMessage());
		}
	}

	private List<StoredEntry> entries(Map<String, byte[]> changed) {
		Instant now = this.clock.instant();
		this.version = Math.max(this.version + 1, now.toEpochMilli());
		List<StoredEntry> entries = new ArrayList<>(changed.size());
		changed.forEach(
				(key, value) -> entries.add(new StoredEntry(this.prefix + key, value, this.version, now.plus(KEEP))));
		return entries;
	}

	/**
	 * Where records come from and go to.
	 */
	public interface Source {

		/**
		 * All records there are.
		 * @return their bytes by what follows the prefix of their keys
		 */
		Map<String, byte[]> current();

		/**
		 * Takes a record over.
		 * @param key what follows the prefix
		 * @param value its bytes
		 * @param origin where it comes from
		 */
		void take(String key, byte[] value, Origin origin);

	}

	/**
	 * Where a record comes from.
	 */
	public enum Origin {

		/**
		 * It was kept before this start.
		 */
		START,

		/**
		 * Another replica wrote it.
		 */
		REPLICA

	}

	private interface Writer {

		Mono<Void> write(List<StoredEntry> entries);

	}

	/**
	 * Another replica writes.
	 */
	private static final class NotLeadingException extends RuntimeException {

		NotLeadingException() {
			super("Another replica refreshes", null, false, false);
		}

	}

}
