package io.tgr.trending.discovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Why and until when the work on a bucket rests though something is due. Safe for use by
 * several threads.
 */
class Pauses {

	static final String SEARCH = "search";

	static final String CORE = "core";

	static final String SPENT = "plan-spent";

	static final String SECONDARY_LIMIT = "secondary-limit";

	private static final Log logger = LogFactory.getLog(Pauses.class);

	private final Map<String, Pause> byBucket = new TreeMap<>();

	private final Clock clock;

	Pauses(Clock clock) {
		this.clock = clock;
	}

	synchronized void begin(String bucket, Instant until, String reason) {
		Pause known = this.byBucket.get(bucket);
		if (known != null && known.reason().equals(reason)) {
			this.byBucket.put(bucket, new Pause(known.since(), until, reason));
			return;
		}
		this.byBucket.put(bucket, new Pause(this.clock.instant(), until, reason));
		logger.info("Background work on " + bucket + " pauses until " + until + ": " + reason);
	}

	synchronized void end(String bucket) {
		Pause known = this.byBucket.remove(bucket);
		if (known != null) {
			logger.info("Background work on " + bucket + " goes on after "
					+ Duration.between(known.since(), this.clock.instant()).toSeconds() + " s: " + known.reason());
		}
	}

	synchronized void end(String bucket, String reason) {
		if (Objects.equals(reason(bucket), reason)) {
			end(bucket);
		}
	}

	/**
	 * What rests now. A pause whose time is over is none, whether or not anything has
	 * been tried since.
	 * @return the pauses by bucket
	 */
	synchronized Map<String, Pause> all() {
		Map<String, Pause> all = new TreeMap<>(this.byBucket);
		all.values().removeIf((pause) -> !pause.until().isAfter(this.clock.instant()));
		return all;
	}

	private synchronized String reason(String bucket) {
		Pause known = this.byBucket.get(bucket);
		return (known != null) ? known.reason() : "";
	}

	/**
	 * One pause.
	 *
	 * @param since when it began
	 * @param until when the next try is made
	 * @param reason why
	 */
	record Pause(Instant since, Instant until, String reason) {

	}

}
