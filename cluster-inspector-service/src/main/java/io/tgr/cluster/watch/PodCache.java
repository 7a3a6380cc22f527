package io.tgr.cluster.watch;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.tgr.cluster.pod.PodKey;
import io.tgr.cluster.pod.PodRow;
import io.tgr.cluster.watch.PodChange.Type;

/**
 * The rows of all pods that we follow, always at hand. Rows and changes move together;
 * reading takes no lock and sees each row either before or after a change.
 */
@Component
public final class PodCache {

	private final SortedRows rows = new SortedRows();

	private final PodChanges changes;

	private volatile Collection<String> followed = List.of();

	PodCache(WatchProperties properties) {
		this.changes = new PodChanges(properties.changes(), this.rows.all());
	}

	/**
	 * The rows in order of namespace and name.
	 * @param namespaces whose rows, {@code null} for all
	 * @return the rows
	 */
	public Stream<PodRow> rows(@Nullable Collection<String> namespaces) {
		return (namespaces != null)
				? new TreeSet<>(namespaces).stream().flatMap((namespace) -> this.rows.in(namespace).stream())
				: this.rows.all().stream();
	}

	/**
	 * Finds a pod.
	 * @param key which one
	 * @return its row, {@code null} if there is none
	 */
	public @Nullable PodRow find(PodKey key) {
		return this.rows.get(key);
	}

	/**
	 * The namespaces that have pods or are followed one by one.
	 * @return their names
	 */
	public Set<String> namespaces() {
		Set<String> names = new TreeSet<>(this.followed);
		names.addAll(this.rows.namespaces());
		return names;
	}

	/**
	 * How many rows there are.
	 * @return the count
	 */
	public int size() {
		return this.rows.size();
	}

	/**
	 * What happens to the rows.
	 * @return the changes
	 */
	public PodChanges changes() {
		return this.changes;
	}

	/**
	 * Takes a complete list for the truth: other rows of its scope are gone.
	 * @param scope what was listed
	 * @param listed all there is
	 */
	void replace(Scope scope, Collection<PodRow> listed) {
		synchronized (this.changes) {
			Set<PodKey> present = new HashSet<>();
			listed.forEach((row) -> present.add(row.key()));
			this.rows.in(scope).stream().filter((row) -> !present.contains(row.key())).toList().forEach(this::drop);
			listed.forEach((row) -> put(row, true));
			this.changes.announce();
		}
	}

	void put(PodRow row) {
		synchronized (this.changes) {
			put(row, false);
			this.changes.announce();
		}
	}

	void remove(PodRow row) {
		synchronized (this.changes) {
			PodRow known = this.rows.get(row.key());
			if (known != null && known.uid().equals(row.uid())) {
				drop(known);
				this.changes.announce();
			}
		}
	}

	/**
	 * Drops what is out of sight from now on.
	 * @param scopes what is still followed
	 */
	void retain(Set<Scope> scopes) {
		synchronized (this.changes) {
			this.followed = scopes.stream().flatMap((scope) -> Stream.ofNullable(scope.namespace())).toList();
			this.rows.all()
				.stream()
				.filter((row) -> scopes.stream().noneMatch((scope) -> scope.covers(row.key().namespace())))
				.toList()
				.forEach(this::drop);
			this.changes.announce();
		}
	}

	private void put(PodRow row, boolean listed) {
		PodRow known = this.rows.get(row.key());
		if (known != null && !known.uid().equals(row.uid())) {
			drop(known);
			known = null;
		}
		if (known == null) {
			this.rows.put(row);
			this.changes.append(Type.ADDED, null, row);
		}
		else if (isNews(row, known, listed)) {
			this.rows.put(row);
			this.changes.append(Type.MODIFIED, known, row);
		}
	}

	// A list is the truth even if its versions have gone back, as after a restored
	// backup.
	private static boolean isNews(PodRow row, PodRow known, boolean listed) {
		return (listed) ? !row.resourceVersion().equals(known.resourceVersion())
				: !ResourceVersions.old(row.resourceVersion(), known.resourceVersion());
	}

	private void drop(PodRow known) {
		this.rows.remove(known);
		this.changes.append(Type.DELETED, known, null);
	}

}
