package io.tgr.cluster.watch;

import java.util.Collections;
import java.util.Iterator;

/**
 * How far one follower has come. It keeps no changes of its own: what it has not read yet
 * is in the ring, or gone from there.
 */
final class PodCursor implements Iterator<PodChange> {

	private final PodChanges changes;

	private volatile long sequence;

	private Iterator<PodChange> present = Collections.emptyIterator();

	PodCursor(PodChanges changes, long sequence) {
		this.changes = changes;
		this.sequence = sequence;
	}

	@Override
	public boolean hasNext() {
		return this.present.hasNext() || this.sequence != this.changes.last();
	}

	@Override
	public PodChange next() {
		if (this.present.hasNext()) {
			return this.present.next();
		}
		PodChange change = this.changes.at(this.sequence + 1);
		return (change != null) ? advance(change) : reset();
	}

	private PodChange advance(PodChange change) {
		this.sequence = change.position().sequence();
		return change;
	}

	private PodChange reset() {
		PodSnapshot snapshot = this.changes.snapshot();
		this.sequence = snapshot.head().sequence();
		this.present = snapshot.changes();
		return this.present.next();
	}

	long sequence() {
		return this.sequence;
	}

}
