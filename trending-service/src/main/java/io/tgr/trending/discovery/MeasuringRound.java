package io.tgr.trending.discovery;

import java.time.Instant;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import io.tgr.trending.details.Shortfall;

/**
 * How a round of measuring went.
 *
 * @param succeeded how many repositories were measured
 * @param asked how many repositories GitHub was asked for, whatever it answered
 * @param shortfall what stood in the way of others, {@code null} if nothing did
 */
record MeasuringRound(int succeeded, int asked, @Nullable Shortfall shortfall) {

	boolean refused() {
		return this.shortfall != null && this.shortfall.reason() == Shortfall.Reason.QUOTA;
	}

	/**
	 * Whether it says that measuring as a whole is hindered, not only that of some
	 * repositories.
	 */
	boolean hindered() {
		return refused() || fruitless();
	}

	boolean fruitless() {
		return this.succeeded == 0 && this.shortfall != null;
	}

	@Nullable Instant retryAt() {
		return (this.shortfall != null) ? this.shortfall.retryAt() : null;
	}

	/**
	 * Counts while a round goes on; an empty quota counts more than other obstacles.
	 */
	static class Tally {

		private final AtomicInteger succeeded = new AtomicInteger();

		private final AtomicInteger asked = new AtomicInteger();

		private final AtomicReference<@Nullable Shortfall> shortfall = new AtomicReference<>();

		private final Queue<String> unreadable = new ConcurrentLinkedQueue<>();

		void succeeded() {
			this.succeeded.incrementAndGet();
		}

		void asked() {
			this.asked.incrementAndGet();
		}

		void failed(String name, Shortfall failure) {
			this.unreadable.add(name);
			failed(failure);
		}

		Collection<String> unreadable() {
			return this.unreadable;
		}

		void failed(Shortfall failure) {
			this.shortfall.accumulateAndGet(failure,
					(known, next) -> (known != null && (next == null || known.reason() == Shortfall.Reason.QUOTA
							|| next.reason() != Shortfall.Reason.QUOTA)) ? known : next);
		}

		MeasuringRound round() {
			return new MeasuringRound(this.succeeded.get(), this.asked.get(), this.shortfall.get());
		}

	}

}
