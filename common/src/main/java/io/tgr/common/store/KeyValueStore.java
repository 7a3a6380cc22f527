package io.tgr.common.store;

import java.util.Collection;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keys to bytes, with expiry; belongs to one service and one GitHub host. Of two values
 * for a key the one with the higher version stays. Keys are short ASCII, separated by
 * {@code /}. Absent is only what is not there: a read or a write that fails says so by a
 * {@link StoreException}.
 */
public interface KeyValueStore {

	/**
	 * Reads a value.
	 * @param key its key
	 * @return the value, empty if there is none or it has expired; fails with a
	 * {@link StoreException}
	 */
	Mono<StoredValue> get(String key);

	/**
	 * Reads all values whose keys begin alike, in any order, as fast as they are asked
	 * for.
	 * @param prefix how their keys begin
	 * @return the entries; fails with a {@link StoreException}, perhaps after some of
	 * them
	 */
	Flux<StoredEntry> scan(String prefix);

	/**
	 * Writes values; one whose version is lower than that of the value held is dropped.
	 * @param entries the values
	 * @return completes when they are written; fails with a {@link StoreException}
	 */
	Mono<Void> put(Collection<StoredEntry> entries);

	/**
	 * Writes values as the holder of a lease.
	 * @param entries the values
	 * @param fence what the lease was won with
	 * @return completes when they are written; fails with a {@link StaleFenceException}
	 * if somebody newer holds the lease, else with a {@link StoreException}
	 */
	Mono<Void> put(Collection<StoredEntry> entries, Fence fence);

	/**
	 * Removes values.
	 * @param keys their keys
	 * @return completes when they are gone; fails with a {@link StoreException}
	 */
	Mono<Void> delete(Collection<String> keys);

	/**
	 * Tells what other replicas write or remove; never ends by itself and never fails.
	 * @param prefix how the keys begin
	 * @return batches of keys, and a resync whenever some may have been missed; nothing
	 * from a store that is not shared
	 */
	Flux<StoreChange> changes(String prefix);

	/**
	 * Who may write.
	 * @return the leases of this store
	 */
	Leases leases();

	/**
	 * Whether other replicas see what is written.
	 * @return {@code true} for Redis
	 */
	boolean shared();

	/**
	 * Whether the store answers and can be written at present.
	 * @return {@code false} while Redis is away
	 */
	boolean available();

}
