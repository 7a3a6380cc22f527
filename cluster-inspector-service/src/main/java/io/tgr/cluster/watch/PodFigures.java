package io.tgr.cluster.watch;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import org.springframework.stereotype.Component;

import io.tgr.cluster.pod.PodRow;

/**
 * Pods by namespace and status, and their restarts. What is too much to be told apart is
 * told together.
 */
@Component
final class PodFigures {

	static final String OTHERS = "(others)";

	private static final int NAMESPACES = 300;

	private static final int STATUSES = 40;

	/**
	 * {@code Init:1/3}, {@code ExitCode:137} and {@code Signal:9} without their figures.
	 */
	private static final Pattern FIGURES = Pattern.compile(":?\\d+(/\\d+)?$");

	private final MeterRegistry registry;

	private final PodCache cache;

	private final MultiGauge pods;

	private final Map<String, Counter> restarts = new ConcurrentHashMap<>();

	private final Set<String> statuses = ConcurrentHashMap.newKeySet();

	private long counted = -1;

	PodFigures(MeterRegistry registry, PodCache cache) {
		this.registry = registry;
		this.cache = cache;
		this.pods = MultiGauge.builder("tgr.pods").description("Pods by namespace and status").register(registry);
		cache.changes().observe(this::changed);
	}

	/**
	 * Counts the pods, if any has changed.
	 */
	void refresh() {
		long last = this.cache.changes().last();
		if (last == this.counted) {
			return;
		}
		this.counted = last;
		Map<String, Map<String, Integer>> counts = new TreeMap<>();
		this.cache.rows(null).forEach((row) -> {
			String name = row.key().namespace();
			String namespace = (counts.containsKey(name) || counts.size() < NAMESPACES) ? name : OTHERS;
			counts.computeIfAbsent(namespace, (absent) -> new TreeMap<>()).merge(status(row), 1, Integer::sum);
		});
		this.pods.register(counts.entrySet()
			.stream()
			.flatMap((namespace) -> namespace.getValue()
				.entrySet()
				.stream()
				.map((status) -> Row.of(Tags.of("namespace", namespace.getKey(), "status", status.getKey()),
						status.getValue())))
			.toList(), true);
	}

	private void changed(PodChange change) {
		PodRow before = change.before();
		PodRow after = change.after();
		int more = (before != null && after != null) ? after.state().restarts() - before.state().restarts() : 0;
		if (after != null && more > 0) {
			restarts(after.key().namespace()).increment(more);
		}
	}

	private Counter restarts(String name) {
		String namespace = (this.restarts.containsKey(name) || this.restarts.size() < NAMESPACES) ? name : OTHERS;
		return this.restarts.computeIfAbsent(namespace,
				(absent) -> Counter.builder("tgr.pods.restarts")
					.description("Restarts of containers that were seen")
					.tag("namespace", absent)
					.register(this.registry));
	}

	private String status(PodRow row) {
		String status = FIGURES.matcher(row.state().status()).replaceFirst("");
		if (!this.statuses.contains(status) && this.statuses.size() >= STATUSES) {
			return OTHERS;
		}
		this.statuses.add(status);
		return status;
	}

}
