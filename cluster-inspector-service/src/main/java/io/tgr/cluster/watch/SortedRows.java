package io.tgr.cluster.watch;

import java.util.Collection;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;

import org.jspecify.annotations.Nullable;

import io.tgr.cluster.pod.PodKey;
import io.tgr.cluster.pod.PodRow;

/**
 * Rows in order of namespace and name; reading takes no lock.
 */
final class SortedRows {

	private final NavigableMap<PodKey, PodRow> rows = new ConcurrentSkipListMap<>();

	Collection<PodRow> all() {
		return this.rows.values();
	}

	Collection<PodRow> in(Scope scope) {
		return (scope.namespace() != null) ? in(scope.namespace()) : all();
	}

	Collection<PodRow> in(String namespace) {
		return this.rows.subMap(new PodKey(namespace, ""), true, end(namespace), false).values();
	}

	Set<String> namespaces() {
		Set<String> names = new TreeSet<>();
		PodKey next = this.rows.ceilingKey(new PodKey("", ""));
		while (next != null) {
			names.add(next.namespace());
			next = this.rows.ceilingKey(end(next.namespace()));
		}
		return names;
	}

	@Nullable PodRow get(PodKey key) {
		return this.rows.get(key);
	}

	void put(PodRow row) {
		this.rows.put(row.key(), row);
	}

	void remove(PodRow row) {
		this.rows.remove(row.key());
	}

	int size() {
		return this.rows.size();
	}

	private static PodKey end(String namespace) {
		return new PodKey(namespace + '\0', "");
	}

}
