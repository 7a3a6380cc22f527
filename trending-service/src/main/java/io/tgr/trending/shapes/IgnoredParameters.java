package io.tgr.trending.shapes;

import java.util.Set;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Says and counts what a client of an old service asked for and does not get.
 */
@Component
public final class IgnoredParameters {

	/**
	 * The names of the parameters that made no difference.
	 */
	public static final String HEADER = "X-Tgr-Ignored";

	private final MeterRegistry meters;

	IgnoredParameters(MeterRegistry meters) {
		this.meters = meters;
	}

	/**
	 * Counts what is ignored.
	 * @param shape whose client asked
	 * @param names the parameters
	 * @param once those that the old service knew; the others are counted together
	 * @return the headers that say so
	 */
	public HttpHeaders note(String shape, Set<String> names, Set<String> once) {
		HttpHeaders headers = new HttpHeaders();
		if (!names.isEmpty()) {
			headers.set(HEADER, String.join(", ", names));
		}
		names.forEach((name) -> this.meters
			.counter("tgr.trending.shapes.ignored", "shape", shape, "parameter", (once.contains(name)) ? name : "other")
			.increment());
		return headers;
	}

}
