package io.tgr.sandbox.github.fault;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * How long GitHub thinks, per path.
 */
@Component
public class Latencies {

	private final Map<PathPattern, Duration> byPath = new ConcurrentHashMap<>();

	Latencies(FaultProperties properties) {
		set("/**", properties.latency());
	}

	/**
	 * Sets the time that calls of a path take at least; the most specific pattern counts.
	 * @param path a pattern such as {@code /search/**}
	 * @param latency the time
	 */
	public void set(String path, Duration latency) {
		if (latency.isNegative()) {
			throw new IllegalArgumentException("The latency must not be negative");
		}
		this.byPath.put(PathPatternParser.defaultInstance.parse(path), latency);
	}

	/**
	 * Makes everything fast again.
	 */
	public void clear() {
		this.byPath.clear();
	}

	Duration of(PathContainer path) {
		return this.byPath.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().matches(path))
			.min(Map.Entry.comparingByKey())
			.map(Map.Entry::getValue)
			.orElse(Duration.ZERO);
	}

}
