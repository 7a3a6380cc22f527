package io.tgr.sandbox.cluster.fault;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Counts the calls that arrive; those of the admin API are left out. */
@Component
public class CallLog {

	private final Map<String, LongAdder> calls = new ConcurrentHashMap<>();

	/**
	 * The calls with some path.
	 * @param pattern pattern of the paths, with a verb before it if only that counts:
	 * {@code /api/**}, {@code watch /api/v1/pods}
	 * @return how many arrived since the start or the last reset
	 */
	public long count(String pattern) {
		int space = pattern.indexOf(' ');
		String verb = (space < 0) ? "" : pattern.substring(0, space);
		PathPattern path = PathPatternParser.defaultInstance.parse(pattern.substring(space + 1));
		return this.calls.entrySet()
			.stream()
			.filter((entry) -> matches(entry.getKey(), verb, path))
			.mapToLong((entry) -> entry.getValue().sum())
			.sum();
	}

	/** Count from nought again. */
	public void reset() {
		this.calls.clear();
	}

	void arrived(String verb, String path) {
		this.calls.computeIfAbsent(verb + " " + path, (key) -> new LongAdder()).increment();
	}

	Map<String, Long> counts() {
		Map<String, Long> counts = new TreeMap<>();
		this.calls.forEach((call, count) -> counts.put(call, count.sum()));
		return counts;
	}

	private static boolean matches(String call, String verb, PathPattern path) {
		int space = call.indexOf(' ');
		return (verb.isEmpty() || call.substring(0, space).equals(verb))
				&& path.matches(PathContainer.parsePath(call.substring(space + 1)));
	}

}
