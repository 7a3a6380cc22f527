package io.tgr.details;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;

/**
 * Calls on their way. Who asks the same meanwhile shares the call; it is cancelled when
 * the last of them leaves.
 *
 * @param <K> what tells calls apart
 */
class Flights<K> {

	private static final int MAX_FLIGHTS = 20_000;

	/**
	 * A flight that nobody boarded is forgotten.
	 */
	private static final Duration MAX_WAIT = Duration.ofMinutes(2);

	private final Cache<K, Mono<?>> flights;

	Flights(Clock clock) {
		this.flights = Caffeine.newBuilder()
			.maximumSize(MAX_FLIGHTS)
			.expireAfterWrite(MAX_WAIT)
			.ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
			.build();
	}

	/**
	 * Joins the call on its way, or starts one.
	 * @param key what the call asks
	 * @param call the call to make if there is none
	 * @param <V> the type of the answer
	 * @return the answer
	 */
	@SuppressWarnings("unchecked")
	<V> Mono<V> join(K key, Mono<V> call) {
		return Mono
			.defer(() -> (Mono<V>) this.flights.asMap().computeIfAbsent(key, (absent) -> shared(call, List.of(key))));
	}

	/**
	 * Joins what is on its way, and asks for all the rest by common calls.
	 * @param keys what is asked
	 * @param size most keys a call takes
	 * @param load makes a call that answers each of its keys
	 * @param <V> the type of the answers
	 * @return the answer to each key; nothing is called before one is subscribed to, and
	 * an answer once there stays
	 */
	@SuppressWarnings("unchecked")
	synchronized <V> Map<K, Mono<V>> joinAll(Collection<K> keys, int size,
			Function<List<K>, Mono<Map<K, Mono<V>>>> load) {
		Map<K, Mono<V>> joined = new LinkedHashMap<>();
		List<K> missing = new ArrayList<>();
		for (K key : keys) {
			Mono<?> flight = this.flights.getIfPresent(key);
			if (flight != null) {
				joined.put(key, (Mono<V>) flight);
			}
			else {
				missing.add(key);
			}
		}
		for (int start = 0; start < missing.size(); start += size) {
			List<K> group = List.copyOf(missing.subList(start, Math.min(start + size, missing.size())));
			Mono<Map<K, Mono<V>>> call = shared(load.apply(group), group);
			group.forEach((key) -> joined.put(key, board(key, call)));
		}
		return joined;
	}

	private <V> Mono<V> board(K key, Mono<Map<K, Mono<V>>> call) {
		Mono<V> answer = call.flatMap((answers) -> answers.getOrDefault(key, Mono.empty()));
		this.flights.put(key, answer);
		return answer;
	}

	// Counts who is on board while the call lasts, and keeps its end for who comes later.
	// A flight is off the list before anybody hears of its end, so that nobody takes it
	// then.
	private <V> Mono<V> shared(Mono<V> call, List<K> keys) {
		AtomicReference<@Nullable Signal<V>> landed = new AtomicReference<>();
		Runnable offTheList = () -> this.flights.invalidateAll(keys);
		Mono<Signal<V>> flight = call.doOnTerminate(offTheList)
			.doOnCancel(offTheList)
			.materialize()
			.doOnNext(landed::set)
			.flux()
			.replay(1)
			.refCount()
			.singleOrEmpty();
		return Mono.defer(() -> {
			Signal<V> end = landed.get();
			return (end != null) ? Mono.just(end) : flight;
		}).dematerialize();
	}

}
