package io.tgr.sandbox.cluster.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The objects of the cluster. Each change gets the next version; an object handed out is
 * never changed again.
 */
public final class ObjectStore {

	private final Map<ResourceType, NavigableMap<ObjectKey, ObjectNode>> objects = new HashMap<>();

	private final List<Follower> followers = new CopyOnWriteArrayList<>();

	private final History history;

	private final Admission admission;

	private long version = 1;

	/**
	 * An empty cluster.
	 * @param clock tells when objects are created
	 * @param history how many changes are remembered
	 */
	public ObjectStore(Clock clock, int history) {
		this.admission = new Admission(clock);
		this.history = new History(history);
		ResourceType.ALL.forEach((type) -> this.objects.put(type, new TreeMap<>()));
	}

	/**
	 * Create or replace an object; nothing happens if it is as it was.
	 * @param object the object, with kind and version
	 * @return the object as stored
	 */
	public synchronized ObjectNode put(ObjectNode object) {
		ResourceType type = ResourceType.of(object);
		ObjectKey key = ObjectKey.of(object);
		ObjectNode before = of(type).get(key);
		ObjectNode after = this.admission.admit(type, object, before);
		if (after.equals(before)) {
			return after;
		}
		this.version++;
		Admission.version(after, this.version);
		of(type).put(key, after);
		happened(new Change(this.version, type, key, before, after));
		return after;
	}

	/**
	 * Change an object, if it is there.
	 * @param type its kind
	 * @param key where it is
	 * @param edit changes a copy of it
	 */
	public synchronized void edit(ResourceType type, ObjectKey key, Consumer<ObjectNode> edit) {
		ObjectNode present = of(type).get(key);
		if (present != null) {
			ObjectNode copy = present.deepCopy();
			edit.accept(copy);
			put(copy);
		}
	}

	/**
	 * Remove an object.
	 * @param type its kind
	 * @param key where it is
	 * @return whether it was there
	 */
	public synchronized boolean remove(ResourceType type, ObjectKey key) {
		ObjectNode before = of(type).remove(key);
		if (before == null) {
			return false;
		}
		happened(new Change(++this.version, type, key, before, null));
		return true;
	}

	/**
	 * Find an object.
	 * @param type its kind
	 * @param key where it is
	 * @return the object, or nothing
	 */
	public synchronized @Nullable ObjectNode find(ResourceType type, ObjectKey key) {
		return of(type).get(key);
	}

	/**
	 * All objects of a kind.
	 * @param type the kind
	 * @return the objects now
	 */
	public synchronized Snapshot list(ResourceType type) {
		return new Snapshot(this.version, new ArrayList<>(of(type).values()));
	}

	/**
	 * All objects of a kind as they were.
	 * @param type the kind
	 * @param past the version to go back to
	 * @return the objects at that version
	 * @throws VersionGoneException if the version is no longer known
	 */
	public synchronized Snapshot list(ResourceType type, long past) {
		NavigableMap<ObjectKey, ObjectNode> then = new TreeMap<>(of(type));
		this.history.undo(type, past, then);
		return new Snapshot(past, new ArrayList<>(then.values()));
	}

	/**
	 * Follow what happens to objects of a kind, without a gap.
	 * @param type the kind
	 * @param after the version after which it starts
	 * @param listener is told of each change, in order
	 * @return ends it
	 * @throws VersionGoneException if the version is no longer known
	 */
	public synchronized Disposable follow(ResourceType type, long after, Consumer<Change> listener) {
		this.history.since(type, after).forEach(listener);
		Follower follower = new Follower(type, after, listener);
		this.followers.add(follower);
		return () -> this.followers.remove(follower);
	}

	/** Forget what happened until now. */
	public synchronized void compact() {
		this.version++;
		this.history.forget(this.version);
	}

	/**
	 * The present version.
	 * @return the version of the latest change
	 */
	public synchronized long version() {
		return this.version;
	}

	/**
	 * Tell the present version between two changes: followers know all that led to it.
	 * @param listener is told the version
	 */
	public synchronized void tell(LongConsumer listener) {
		listener.accept(this.version);
	}

	private void happened(Change change) {
		this.history.add(change);
		this.followers.forEach((follower) -> follower.tell(change));
	}

	private NavigableMap<ObjectKey, ObjectNode> of(ResourceType type) {
		return this.objects.getOrDefault(type, new TreeMap<>());
	}

	private record Follower(ResourceType type, long after, Consumer<Change> listener) {

		void tell(Change change) {
			if (change.type().equals(this.type) && change.version() > this.after) {
				this.listener.accept(change);
			}
		}

	}

}
