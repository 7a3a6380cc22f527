package io.tgr.trending.memory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.tgr.trending.pool.PoolListener;

/**
 * The repositories that changed since they were last written, bounded; safe for use by
 * several threads.
 */
final class Unwritten implements PoolListener {

	private final Set<Long> changed = new LinkedHashSet<>();

	private final Set<Long> removed = new LinkedHashSet<>();

	private final int most;

	private long dropped;

	Unwritten(int most) {
		this.most = most;
	}

	@Override
	public synchronized void changed(long id) {
		this.removed.remove(id);
		add(this.changed, id);
	}

	@Override
	public synchronized void removed(long id) {
		this.changed.remove(id);
		add(this.removed, id);
	}

	synchronized List<Long> takeChanged(int count) {
		return take(this.changed, count);
	}

	synchronized List<Long> takeRemoved(int count) {
		return take(this.removed, count);
	}

	// What changed the other way meanwhile stays.
	synchronized void takeBack(Collection<Long> notWritten, Collection<Long> notRemoved) {
		notWritten.stream().filter((id) -> !this.removed.contains(id)).forEach((id) -> add(this.changed, id));
		notRemoved.stream().filter((id) -> !this.changed.contains(id)).forEach((id) -> add(this.removed, id));
	}

	synchronized int size() {
		return this.changed.size() + this.removed.size();
	}

	synchronized long dropped() {
		return this.dropped;
	}

	private void add(Set<Long> ids, long id) {
		if (ids.size() < this.most) {
			ids.add(id);
		}
		else if (!ids.contains(id)) {
			this.dropped++;
		}
	}

	private static List<Long> take(Set<Long> ids, int count) {
		List<Long> taken = new ArrayList<>(Math.min(count, ids.size()));
		Iterator<Long> next = ids.iterator();
		while (taken.size() < count && next.hasNext()) {
			taken.add(next.next());
			next.remove();
		}
		return taken;
	}

}
