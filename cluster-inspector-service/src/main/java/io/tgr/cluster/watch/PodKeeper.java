package io.tgr.cluster.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.tgr.cluster.pod.PodRow;

/**
 * Keeps pods in the cache.
 */
final class PodKeeper implements Keeper<PodRow> {

	private final PodCache cache;

	PodKeeper(PodCache cache) {
		this.cache = cache;
	}

	@Override
	public Listing<PodRow> listing(Scope scope) {
		return new PodListing(this.cache, scope);
	}

	@Override
	public void put(Scope scope, PodRow row) {
		this.cache.put(row);
	}

	@Override
	public void remove(Scope scope, PodRow row) {
		this.cache.remove(row);
	}

	@Override
	public void retain(Set<Scope> scopes) {
		this.cache.retain(scopes);
	}

	@Override
	public int size() {
		return this.cache.size();
	}

	/**
	 * A list of pods, which costs little memory where it tells what is known already.
	 *
	 * @param cache what is known
	 * @param scope what is listed
	 * @param rows the rows so far
	 */
	private record PodListing(PodCache cache, Scope scope, List<PodRow> rows) implements Listing<PodRow> {

		PodListing(PodCache cache, Scope scope) {
			this(cache, scope, new ArrayList<>());
		}

		@Override
		public void add(PodRow row) {
			PodRow known = this.cache.find(row.key());
			boolean same = known != null && known.uid().equals(row.uid())
					&& known.resourceVersion().equals(row.resourceVersion());
			this.rows.add((known != null && same) ? known : row);
		}

		@Override
		public void complete() {
			this.cache.replace(this.scope, this.rows);
		}

	}

}
