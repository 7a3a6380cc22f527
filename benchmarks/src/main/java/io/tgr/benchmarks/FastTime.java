package io.tgr.benchmarks;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Time that runs slowly while anybody is at work, and fast while all rest: so that
 * neither limits a minute nor timeouts notice. A clock and a scheduler go by it.
 */
final class FastTime implements AutoCloseable {

	private static final int RATE = 600;

	// A call of 2 ms then seems to take as long as one to GitHub.
	private static final int WORK_RATE = 20;

	private static final long LONGEST_LEAP = Duration.ofSeconds(1).toNanos();

	private static final long POLL = Duration.ofNanos(100_000).toNanos();

	// A machine too busy to tick must not make a leap of it.
	private static final long LONGEST_TICK = Duration.ofMillis(5).toNanos();

	private final FastScheduler scheduler = new FastScheduler(this::passed);

	private final AtomicInteger atWork = new AtomicInteger();

	private final Thread ticker = new Thread(this::tick, "fast-time");

	private volatile Instant start;

	private volatile long passed;

	private volatile long slowNanos;

	private final boolean leaping;

	private volatile Instant awaited = Instant.MIN;

	private volatile boolean closed;

	private FastTime(Instant start, boolean leaping) {
		this.start = start;
		this.leaping = leaping;
		this.ticker.setDaemon(true);
		this.ticker.start();
	}

	/**
	 * Time that runs as on the wall while anybody is at work.
	 * @param start what is now
	 * @return the time
	 */
	static FastTime of(Instant start) {
		return new FastTime(start, false);
	}

	/**
	 * Time that runs faster than on the wall even while anybody is at work, leaps to what
	 * is to be done next while all rest, and stands still once a moment somebody awaited
	 * has come.
	 * @param start what is now
	 * @return the time
	 */
	static FastTime leaping(Instant start) {
		return new FastTime(start, true);
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

	/**
	 * Counts whoever reads a stream as at work.
	 * @param stream the stream
	 * @param <T> what it emits
	 * @return the same
	 */
	<T> Flux<T> during(Flux<T> stream) {
		return Flux.defer(() -> {
			this.atWork.incrementAndGet();
			return stream.doFinally((end) -> this.atWork.decrementAndGet());
		});
	}

	void awaitUntil(Instant moment) throws InterruptedException {
		this.awaited = moment;
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
				rest(rested);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void rest(long rested) throws InterruptedException {
		if (!this.leaping) {
			TimeUnit.MILLISECONDS.sleep(1);
			pass(System.nanoTime() - rested, this.atWork.get() > 0);
			return;
		}
		boolean waited = !now().isBefore(this.awaited);
		if (this.atWork.get() == 0 && !waited) {
			this.passed += Math.max(0, Math.min(this.scheduler.untilNext(), LONGEST_LEAP));
			return;
		}
		LockSupport.parkNanos(POLL);
		if (this.atWork.get() > 0) {
			pass(System.nanoTime() - rested, true);
		}
	}

	private void pass(long nanos, boolean slow) {
		this.slowNanos += (slow) ? nanos : 0;
		long bounded = Math.min(nanos, LONGEST_TICK);
		if (this.leaping) {
			this.passed += bounded * workRate();
		}
		else {
			this.passed += (slow) ? nanos : RATE * bounded;
		}
	}

	// As on the wall while somebody asks questions; and at first, when all is slow.
	private long workRate() {
		if (now().isBefore(this.awaited)) {
			return Math.min(WORK_RATE, 1 + TimeUnit.NANOSECONDS.toSeconds(this.slowNanos));
		}
		return (this.atWork.get() > 0) ? 1 : 0;
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
