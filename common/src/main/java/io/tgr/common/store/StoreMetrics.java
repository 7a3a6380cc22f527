package io.tgr.common.store;

import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * What the store tells of itself.
 */
final class StoreMetrics {

	private final MeterRegistry registry;

	private final String kind;

	StoreMetrics(MeterRegistry registry, String kind) {
		this.registry = registry;
		this.kind = kind;
	}

	void written(int entries) {
		this.registry.counter("tgr.store.writes", "store", this.kind).increment(entries);
	}

	void failed(String operation) {
		this.registry.counter("tgr.store.failures", "store", this.kind, "operation", operation).increment();
	}

	void evicted(String reason, int entries) {
		this.registry.counter("tgr.store.evictions", "store", this.kind, "reason", reason).increment(entries);
	}

	<T> void gauge(String name, T of, ToDoubleFunction<T> value) {
		Gauge.builder("tgr.store." + name, of, value).tag("store", this.kind).register(this.registry);
	}

	void watch(KeyValueStore store) {
		gauge("available", store, (it) -> (it.available()) ? 1 : 0);
		written(0);
		failed("read", 0);
		failed("write", 0);
		evicted("expired", 0);
		evicted("size", 0);
	}

	private void failed(String operation, int times) {
		this.registry.counter("tgr.store.failures", "store", this.kind, "operation", operation).increment(times);
	}

}
