package io.tgr.trending.memory;

import java.util.concurrent.atomic.AtomicBoolean;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import io.tgr.trending.record.NewerRecordException;

/**
 * Tells of the records of one kind that could not be read: each is counted, and the first
 * damaged and the first newer one are logged.
 */
public final class UnreadableRecords {

	private static final Log logger = LogFactory.getLog(UnreadableRecords.class);

	private final Kind damaged;

	private final Kind newer;

	/**
	 * Begins to count.
	 * @param records what they are records of
	 * @param registry where to
	 */
	public UnreadableRecords(String records, MeterRegistry registry) {
		this.damaged = new Kind(records, "damaged", registry);
		this.newer = new Kind(records, "newer", registry);
	}

	/**
	 * Tells of a record.
	 * @param key its key
	 * @param failure why it cannot be read
	 */
	public void passedOver(String key, RuntimeException failure) {
		Kind kind = (failure instanceof NewerRecordException) ? this.newer : this.damaged;
		kind.counter.increment();
		if (kind.logged.compareAndSet(false, true)) {
			logger.warn("The record %s of the store is passed over (%s), as are others like it: %s".formatted(key,
					kind.reason, failure.getMessage()));
		}
	}

	/**
	 * Records that cannot be read for the same reason.
	 */
	private static final class Kind {

		private final String reason;

		private final Counter counter;

		private final AtomicBoolean logged = new AtomicBoolean();

		Kind(String records, String reason, MeterRegistry registry) {
			this.reason = reason;
			this.counter = Counter.builder("tgr.memory.unreadable")
				.description("Records of the store that could not be read")
				.tags("records", records, "reason", reason)
				.register(registry);
		}

	}

}
