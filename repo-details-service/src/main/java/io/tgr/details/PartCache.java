package io.tgr.details;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What GitHub said, as long as it is worth something, within a bound of memory.
 */
@Component
class PartCache {

	private static final int OVERHEAD = 250;

	private static final int SIDE_BY_SIDE = 32;

	// What is not found costs calls, most of all after a start, when reading is slow.
	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final Cache<Slot<?>, Known<?>> entries;

	private final DetailsProperties.Freshness freshness;

	private final Clock clock;

	private final PartStore store;

	private final Counter late;

	PartCache(DetailsProperties properties, PartStore store, Clock clock, MeterRegistry meters) {
		this.store = store;
		this.freshness = properties.freshness();
		this.clock = clock;
		this.late = meters.counter("tgr.store.late", "what", "parts");
		this.entries = Caffeine.newBuilder()
			.maximumWeight(properties.cache().maxSize().toBytes())
			.weigher(PartCache::weight)
			.expireAfterWrite(properties.cache().keep())
			.ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
			.recordStats()
			.build();
		CaffeineCacheMetrics.monitor(meters, this.entries, "details");
	}

	private static int weight(Slot<?> slot, Known<?> known) {
		Object value = known.value();
		return OVERHEAD + ((value instanceof byte[] bytes) ? bytes.length : 2 * String.valueOf(value).length());
	}

	@SuppressWarnings("unchecked")
	<T> @Nullable Known<T> find(Slot<T> slot) {
		return (Known<T>) this.entries.getIfPresent(slot);
	}

	<T> void keep(Slot<T> slot, Known<T> known) {
		this.entries.put(slot, known);
		this.store.keep(slot, known);
	}

	/**
	 * Takes from the store what memory lacks.
	 * @param slots what will be asked for
	 * @return completes when as much as possible is in memory; never fails
	 */
	Mono<Void> recall(List<Slot<?>> slots) {
		List<Slot<?>> wanted = slots.stream().filter(this::isWorthLookingFor).toList();
		return (wanted.isEmpty()) ? Mono.empty()
				: Flux.fromIterable(wanted)
					.flatMap((slot) -> this.store.find(slot).doOnNext((known) -> merge(slot, known)), SIDE_BY_SIDE)
					.then()
					.timeout(PATIENCE, Mono.fromRunnable(this.late::increment));
	}

	// Alone in the store, we know all of it that is not older than what we have.
	private boolean isWorthLookingFor(Slot<?> slot) {
		Known<?> known = find(slot);
		return known == null || (this.store.isShared() && !isFresh(slot, known));
	}

	private void merge(Slot<?> slot, Known<?> known) {
		this.entries.asMap().merge(slot, known, (old, found) -> (found.asOf().isAfter(old.asOf())) ? found : old);
	}

	boolean isFresh(Slot<?> slot) {
		Known<?> known = find(slot);
		return known != null && isFresh(slot, known);
	}

	boolean isFresh(Slot<?> slot, Known<?> known) {
		Instant now = this.clock.instant();
		boolean sameDay = slot.kind() != Slot.Kind.STARS || StarWindow.day(now).equals(StarWindow.day(known.asOf()));
		return sameDay && now.isBefore(known.asOf().plus(freshness(slot.kind())));
	}

	private Duration freshness(Slot.Kind kind) {
		return switch (kind) {
			case FACTS, RAW -> this.freshness.facts();
			case LANGUAGES -> this.freshness.languages();
			case CONTRIBUTORS -> this.freshness.contributors();
			case RELEASE -> this.freshness.release();
			case COMMUNITY -> this.freshness.community();
			case STARS -> this.freshness.stars();
		};
	}

}
