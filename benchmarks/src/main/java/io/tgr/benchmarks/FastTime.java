package io.tgr.benchmarks;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Time that runs as on the wall while anybody is at work, and fast while all rest: so
 * that neither limits a minute nor timeouts notice. A clock and a scheduler go by it.
 */
final class FastTime implements AutoCloseable {

	private static final int RATE = 600;

	// A machine too busy to tick must not make a leap of it.
	private static final long LONGEST_TICK = Duration.ofMillis(5).toNanos();

	private final FastScheduler scheduler = new FastScheduler(this::passed);

	private final AtomicInteger atWork = new AtomicInteger();

	private final Thread ticker = new Thread(this::tick, "fast-time");

	private volatile Instant start;

	private volatile long passed;

	private volatile long slowNanos;

	private volatile boolean closed;

	FastTime(Instant start) {
		this.start = start;
		this.ticker.setDaemon(true);
		this.ticker.start();
	}

	Clock clock() {
		InstantSource source = this::now;
		return source.withZone(ZoneOffset.UTC);
	}

	Scheduler scheduler() {
		return this.scheduler;
	}

	Instant now() {
		return this.start.plusNanos(this.passed);
	}

	/**
	 * Moves to another moment.
	 * @param moment what is now from now on
	 */
	void moveTo(Instant moment) {
		this.start = moment.minusNanos(this.passed);
	}

	/**
	 * How long somebody was at work.
	 * @return the part of the time that did not run fast
	 */
	Duration atWork() {
		return Duration.ofNanos(this.slowNanos);
	}

	/**
	 * Lets time run as on the wall while something is done.
	 * @param task what is done
	 * @param <T> the type of its result
	 * @return its result
	 */
	<T> T slowly(Task<T> task) throws IOException, InterruptedException {
		this.atWork.incrementAndGet();
		try {
			return task.run();
		}
		finally {
			this.atWork.decrementAndGet();
		}
	}

	<T> Mono<T> during(Supplier<Mono<T>> call) {
		return Mono.defer(() -> {
			this.atWork.incrementAndGet();
			return call.get().doFinally((end) -> this.atWork.decrementAndGet());
		});
	}

	void awaitUntil(Instant moment) throws InterruptedException {
		while (now().isBefore(moment)) {
			if (!this.ticker.isAlive()) {
				throw new IllegalStateException("Time stands still");
			}
			TimeUnit.MILLISECONDS.sleep(1);
		}
	}

	private long passed() {
		return this.passed;
	}

	private void tick() {
		try {
			while (!this.closed) {
				long before = System.nanoTime();
				this.scheduler.runDue();
				long rested = System.nanoTime();
				pass(rested - before, true);
				TimeUnit.MILLISECONDS.sleep(1);
				pass(System.nanoTime() - rested, this.atWork.get() > 0);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void pass(long nanos, boolean slow) {
		this.slowNanos += (slow) ? nanos : 0;
		this.passed += (slow) ? nanos : RATE * Math.min(nanos, LONGEST_TICK);
	}

	@Override
	public void close() {
		this.closed = true;
	}

	/**
	 * Something that takes its time.
	 *
	 * @param <T> the type of its result
	 */
	interface Task<T> {

		T run() throws IOException, InterruptedException;

	}

}
