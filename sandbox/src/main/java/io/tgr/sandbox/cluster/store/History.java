package io.tgr.sandbox.cluster.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;

import tools.jackson.databind.node.ObjectNode;

/**
 * The latest changes: watches start among them, and a list begun earlier goes on as it
 * was.
 */
final class History {

	private final int capacity;

	private final Deque<Change> changes = new ArrayDeque<>();

	private long oldest;

	History(int capacity) {
		this.capacity = capacity;
	}

	void add(Change change) {
		this.changes.addLast(change);
		if (this.changes.size() > this.capacity) {
			this.oldest = this.changes.removeFirst().version();
		}
	}

	void forget(long version) {
		this.changes.clear();
		this.oldest = version;
	}

	List<Change> since(ResourceType type, long version) {
		require(version);
		return this.changes.stream()
			.filter((change) -> change.version() > version && change.type().equals(type))
			.toList();
	}

	void undo(ResourceType type, long version, NavigableMap<ObjectKey, ObjectNode> objects) {
		require(version);
		Iterator<Change> latest = this.changes.descendingIterator();
		while (latest.hasNext()) {
			Change change = latest.next();
			if (change.version() <= version) {
				return;
			}
			if (change.type().equals(type)) {
				undo(change, objects);
			}
		}
	}

	private static void undo(Change change, NavigableMap<ObjectKey, ObjectNode> objects) {
		if (change.before() != null) {
			objects.put(change.key(), change.before());
		}
		else {
			objects.remove(change.key());
		}
	}

	private void require(long version) {
		if (version < this.oldest) {
			throw new VersionGoneException(version, this.oldest);
		}
	}

}
