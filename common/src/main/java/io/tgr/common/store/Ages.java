package io.tgr.common.store;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many bytes of the embedded store expire in which hour.
 */
final class Ages {

	private static final long HOUR = Duration.ofHours(1).toMillis();

	private final TreeMap<Long, Long> hours = new TreeMap<>();

	private long weight;

	void count(long expiry, long bytes) {
		this.weight += bytes;
		if (expiry != 0) {
			this.hours.merge(expiry / HOUR, bytes, Long::sum);
		}
	}

	long weight() {
		return this.weight;
	}

	/**
	 * Until when entries have to expire for that many bytes to be theirs.
	 * @param bytes the bytes wanted
	 * @return the time in milliseconds, that of the last entry when there are not enough
	 */
	long latest(long bytes) {
		long sum = 0;
		for (Map.Entry<Long, Long> hour : this.hours.entrySet()) {
			sum += hour.getValue();
			if (sum >= bytes) {
				return (hour.getKey() + 1) * HOUR;
			}
		}
		return (this.hours.isEmpty()) ? 0 : (this.hours.lastKey() + 1) * HOUR;
	}

}
