package io.tgr.common.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiPredicate;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps the embedded store within its bounds: what has expired goes every few minutes;
 * what expires soonest goes when the file gets too large; space is given back.
 */
final class StoreSweeper {

	private static final Log logger = LogFactory.getLog(StoreSweeper.class);

	private static final Duration FIRST = Duration.ofSeconds(20);

	private static final Duration EVERY = Duration.ofMinutes(10);

	// How large the file may be before it is rewritten, and its data: together the limit.
	private static final int FILE_PERCENT = 60;

	private static final int DATA_PERCENT = 40;

	private static final long SMALL = 8 << 20;

	// Those who write meanwhile are slower than that.
	private static final int MOST_ROUNDS = 10;

	private static final Duration AGAIN = Duration.ofSeconds(30);

	private static final Duration SILENCE = Duration.ofHours(1);

	private final long maxBytes;

	private final long dataBytes;

	private final Clock clock;

	private final StoreMetrics metrics;

	private final AtomicBoolean sweeping = new AtomicBoolean();

	private final Disposable.Swap regular = Disposables.swap();

	private final Disposable.Swap extra = Disposables.swap();

	private Instant complained = Instant.EPOCH;

	private Instant revived = Instant.EPOCH;

	// When the file was last rewritten and stayed large.
	private Instant useless = Instant.EPOCH;

	StoreSweeper(long maxBytes, Clock clock, StoreMetrics metrics) {
		this.maxBytes = maxBytes;
		this.dataBytes = maxBytes * DATA_PERCENT / 100;
		this.clock = clock;
		this.metrics = metrics;
	}

	void start(OpenFile file) {
		this.regular.update(Flux.interval(FIRST, EVERY)
			.onBackpressureDrop()
			.concatMap((tick) -> sweep(file), 1)
			.subscribe((none) -> {
			}, StoreSweeper::failed));
	}

	void stop() {
		this.regular.update(Disposables.disposed());
		this.extra.update(Disposables.disposed());
	}

	/**
	 * Opens a file again that had to be closed, from time to time.
	 * @param file the store before a write
	 */
	void revive(OpenFile file) {
		Instant now = this.clock.instant();
		if (file.isClosed() && now.isAfter(this.revived.plus(AGAIN))) {
			this.revived = now;
			logger.warn("The store had to be closed, and is opened again: is the disk full?");
			file.reopen();
		}
	}

	/**
	 * Sweeps out of turn when there is too much.
	 * @param file the store after a write
	 */
	void afterWrite(OpenFile file) {
		if (isHeavy(file) && !this.sweeping.get()) {
			this.extra.update(sweep(file).subscribe((none) -> {
			}, StoreSweeper::failed));
		}
	}

	/**
	 * Gives space back, in the writer's own time, when the file has become too large.
	 * @param file the store before a write
	 * @return {@code false} when there is no room for it
	 */
	boolean makeRoom(OpenFile file) {
		Instant now = this.clock.instant();
		if (isLarge(file) && now.isAfter(this.useless.plus(AGAIN))) {
			boolean swept = !this.sweeping.get();
			// before, so that a rewriting that fails waits as well
			this.useless = now;
			file.rewrite(now);
			afterWrite(file);
			// while a sweep is under way there is soon less to rewrite
			this.useless = (isLarge(file) && swept) ? now : Instant.EPOCH;
		}
		return !isLarge(file) && file.weight().get() < 2 * this.dataBytes;
	}

	private boolean isHeavy(OpenFile file) {
		return file.weight().get() > this.dataBytes;
	}

	private boolean isLarge(OpenFile file) {
		return file.fileSize() > this.maxBytes * FILE_PERCENT / 100;
	}

	/**
	 * Sweeps once, unless a sweep is under way.
	 * @param file the store
	 * @return completes at the end, whatever happens
	 */
	Mono<Void> sweep(OpenFile file) {
		return Mono.defer(() -> {
			if (!this.sweeping.compareAndSet(false, true)) {
				return Mono.<Void>empty();
			}
			AtomicLong removed = new AtomicLong();
			// Ends on the writer's thread, so that no write is left that this sweep has
			// not seen and that took it for one that will.
			return Mono.defer(() -> round(file, removed))
				.repeat(MOST_ROUNDS, () -> isHeavy(file) && removed.getAndSet(0) > 0)
				.then()
				.doFinally((signal) -> this.sweeping.set(false));
		}).onErrorResume((ex) -> Mono.fromRunnable(() -> failed(ex)));
	}

	private Mono<Void> round(OpenFile file, AtomicLong removed) {
		Ages ages = new Ages();
		long before = file.weight().get();
		AtomicLong expired = new AtomicLong();
		return remove(file, "expired", removed, (key, held) -> {
			if (held.isExpired(this.clock.instant())) {
				expired.addAndGet(held.weight(key));
				return true;
			}
			ages.count(held.expiry(), held.weight(key));
			return false;
		})
			// Whatever was written meanwhile counts, some of it twice: rather too much
			// than what nobody knows of.
			.then(Mono.fromRunnable(() -> file.weight().addAndGet(ages.weight() + expired.get() - before)))
			.then(Mono.defer(() -> shrink(file, ages, removed)))
			.then(Mono.<Void>fromRunnable(() -> compact(file)).subscribeOn(file.writer()));
	}

	private Mono<Void> shrink(OpenFile file, Ages ages, AtomicLong removed) {
		long excess = ages.weight() - this.dataBytes;
		if (excess <= 0) {
			return Mono.empty();
		}
		AtomicLong wanted = new AtomicLong(excess + this.dataBytes / 5);
		long latest = ages.latest(wanted.get());
		complain();
		return remove(file, "size", removed, (key, held) -> held.expiry() != 0 && held.expiry() <= latest
				&& wanted.getAndAdd(-held.weight(key)) > 0);
	}

	private void complain() {
		Instant now = this.clock.instant();
		if (now.isAfter(this.complained.plus(SILENCE))) {
			this.complained = now;
			logger.warn(
					"The store is full (tgr.store.max-size is %d bytes): what expires first goes, see tgr.store.evictions"
						.formatted(this.maxBytes));
		}
	}

	private Mono<Void> remove(OpenFile file, String reason, AtomicLong removed, BiPredicate<String, Held> doomed) {
		Pages pages = new Pages("");
		return Mono.fromSupplier(() -> file.next(pages, doomed))
			.subscribeOn(file.reader())
			.publishOn(file.writer())
			.doOnNext((seen) -> {
				int gone = file.removeUnchanged(seen);
				removed.addAndGet(gone);
				this.metrics.evicted(reason, gone);
			})
			.repeat(pages::hasNext)
			.then();
	}

	private void compact(OpenFile file) {
		if (file.fileSize() > 4 * file.weight().get() + SMALL) {
			file.rewrite(this.clock.instant());
		}
	}

	static void failed(Throwable ex) {
		logger.warn("The store could not be swept: " + ex);
	}

}
