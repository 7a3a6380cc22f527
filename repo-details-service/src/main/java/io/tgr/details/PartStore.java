package io.tgr.details;

import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.common.store.KeyValueStore;
import io.tgr.common.store.StoredEntry;
import io.tgr.common.store.StoredValue;
import io.tgr.common.store.WriteBehind;

/**
 * What GitHub said, beyond this process: for the one after a restart, and for other
 * replicas.
 */
@Component
class PartStore implements SmartLifecycle {

	// Another number when a part's members change their meaning.
	private static final String PREFIX = "part/1/";

	private static final int SIZE = 1024;

	private final JsonMapper json = JsonMapper.builder().build();

	private final KeyValueStore store;

	private final WriteBehind writes;

	private final Duration keep;

	PartStore(KeyValueStore store, DetailsProperties properties, MeterRegistry meters) {
		this.store = store;
		this.writes = new WriteBehind(store, "parts", meters);
		this.keep = properties.cache().keep();
	}

	/**
	 * Whether it may know something newer than memory does.
	 * @return {@code true} if other replicas write to it
	 */
	boolean isShared() {
		return this.store.shared();
	}

	/**
	 * Looks for a part.
	 * @param slot where it belongs
	 * @return the part, empty if there is none or the store fails; may take its time
	 */
	Mono<Known<?>> find(Slot<?> slot) {
		return (this.store.available()) ? this.store.get(key(slot))
			.<Known<?>>mapNotNull((stored) -> read(slot.kind(), stored))
			.onErrorComplete() : Mono.empty();
	}

	void keep(Slot<?> slot, Known<?> known) {
		this.writes.add(SIZE, () -> new StoredEntry(key(slot), bytes(known.value()), known.asOf().toEpochMilli(),
				known.asOf().plus(this.keep)));
	}

	@Override
	public void start() {
		this.writes.start();
	}

	@Override
	public void stop() {
		this.writes.stop();
	}

	@Override
	public void stop(Runnable ended) {
		this.writes.stop(ended);
	}

	@Override
	public boolean isRunning() {
		return this.writes.isRunning();
	}

	@Override
	public int getPhase() {
		return this.writes.getPhase();
	}

	private byte[] bytes(Object value) {
		return (value instanceof byte[] bytes) ? bytes : this.json.writeValueAsBytes(value);
	}

	private Known<?> read(Slot.Kind kind, StoredValue stored) throws JacksonException {
		Object value = (kind == Slot.Kind.RAW) ? stored.value()
				: this.json.readValue(stored.value(), this.json.constructType(type(kind)));
		return new Known<>(value, Instant.ofEpochMilli(stored.version()));
	}

	private static Type type(Slot.Kind kind) {
		return switch (kind) {
			case FACTS -> NamedFacts.class;
			case LANGUAGES -> new ParameterizedTypeReference<List<LanguageShare>>() {
			}.getType();
			case CONTRIBUTORS -> new ParameterizedTypeReference<List<Contributor>>() {
			}.getType();
			case RELEASE -> LatestRelease.class;
			case COMMUNITY -> Community.class;
			case STARS -> new ParameterizedTypeReference<List<StarWeek>>() {
			}.getType();
			case RAW -> byte[].class;
		};
	}

	private static String key(Slot<?> slot) {
		return (PREFIX + slot.kind().slug() + "/" + slot.weeks() + "/" + slot.name().key()).toLowerCase(Locale.ROOT);
	}

}
