package io.tgr.cluster.watch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

import io.tgr.cluster.pod.PodRow;
import io.tgr.cluster.watch.PodChange.Type;

/**
 * The latest changes, in one bounded ring. Those who follow read from it at their own
 * pace; who falls behind further than the ring reaches begins again with a reset.
 */
public final class PodChanges {

	private final String process = UUID.randomUUID().toString().substring(0, 8);

	private final @Nullable PodChange[] ring;

	private final Collection<PodRow> rows;

	private final Sinks.Many<Boolean> news = Sinks.many().multicast().directBestEffort();

	private final List<Consumer<PodChange>> observers = new CopyOnWriteArrayList<>();

	private final Set<PodCursor> cursors = ConcurrentHashMap.newKeySet();

	private final AtomicLong resets = new AtomicLong();

	private long head;

	private boolean stale;

	/**
	 * Creates the ring.
	 * @param size how many changes it holds
	 * @param rows the present rows, changed only together with the ring
	 */
	PodChanges(int size, Collection<PodRow> rows) {
		this.ring = new @Nullable PodChange[size];
		this.rows = rows;
	}

	/**
	 * Where the latest change left us.
	 * @return the position
	 */
	public synchronized Position head() {
		return position(this.head);
	}

	/**
	 * Follows the changes, forever and at the pace of who asks. Without a position, or
	 * with one that cannot be gone on from, it begins with a RESET, the present rows as
	 * ADDED, STALE if they are, and a BOOKMARK; a disconnection before that BOOKMARK
	 * means to begin again.
	 * @param position what is known already, {@code null} for nothing
	 * @return the changes after it
	 */
	public Flux<PodChange> after(@Nullable Position position) {
		return Flux.defer(() -> {
			PodCursor cursor = new PodCursor(this, sequence(position));
			Iterable<PodChange> pending = () -> cursor;
			this.cursors.add(cursor);
			return this.news.asFlux()
				.mergeWith(Mono.just(true))
				.onBackpressureLatest()
				.publishOn(Schedulers.parallel(), 1)
				.concatMapIterable((any) -> pending, 1)
				.doFinally((end) -> this.cursors.remove(cursor));
		});
	}

	void observe(Consumer<PodChange> observer) {
		this.observers.add(observer);
	}

	synchronized void append(Type type, @Nullable PodRow before, @Nullable PodRow after) {
		PodChange change = new PodChange(position(this.head + 1), type, before, after);
		this.ring[(int) (this.head % this.ring.length)] = change;
		this.head++;
		this.observers.forEach((observer) -> observer.accept(change));
	}

	/**
	 * Wakes those who wait for a change.
	 */
	synchronized void announce() {
		this.news.tryEmitNext(true);
	}

	synchronized void stale(boolean now) {
		if (this.stale != now) {
			this.stale = now;
			append((now) ? Type.STALE : Type.CURRENT, null, null);
			announce();
		}
	}

	synchronized long last() {
		return this.head;
	}

	synchronized @Nullable PodChange at(long sequence) {
		boolean kept = sequence > 0 && sequence <= this.head && sequence > this.head - this.ring.length;
		return (kept) ? this.ring[(int) ((sequence - 1) % this.ring.length)] : null;
	}

	synchronized PodSnapshot snapshot() {
		this.resets.incrementAndGet();
		return new PodSnapshot(position(Position.NOWHERE), head(), this.stale, new ArrayList<>(this.rows));
	}

	int followers() {
		return this.cursors.size();
	}

	long resets() {
		return this.resets.get();
	}

	/**
	 * How many changes the slowest follower has still to see.
	 * @return none if nobody follows
	 */
	long lag() {
		long last = last();
		return this.cursors.stream().mapToLong((cursor) -> last - Math.max(cursor.sequence(), 0)).max().orElse(0);
	}

	private synchronized long sequence(@Nullable Position position) {
		if (position == null || !position.process().equals(this.process) || position.sequence() > this.head) {
			return Position.NOWHERE;
		}
		return position.sequence();
	}

	private Position position(long sequence) {
		return new Position(this.process, sequence);
	}

}
