package io.tgr.cluster.watch;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import io.tgr.cluster.kubernetes.OwnerLink;
import io.tgr.cluster.pod.Owner;

/**
 * Keeps who stands behind the controllers of one kind.
 *
 * @param owners where to keep it
 * @param kind the kind of the controllers, such as {@code ReplicaSet}
 */
record OwnerKeeper(Owners owners, String kind) implements Keeper<OwnerLink> {

	@Override
	public Listing<OwnerLink> listing(Scope scope) {
		return new OwnerListing(this, scope, new HashMap<>());
	}

	@Override
	public void put(Scope scope, OwnerLink link) {
		this.owners.put(this.kind, scope, link.uid(), link.controller());
	}

	@Override
	public void remove(Scope scope, OwnerLink link) {
		this.owners.put(this.kind, scope, link.uid(), null);
	}

	@Override
	public void retain(Set<Scope> scopes) {
		this.owners.retain(this.kind, scopes);
	}

	@Override
	public int size() {
		return this.owners.size(this.kind);
	}

	/**
	 * A list of controllers, of which only those count that have somebody behind them.
	 *
	 * @param keeper whose list
	 * @param scope what is listed
	 * @param behind who stands behind which uid
	 */
	private record OwnerListing(OwnerKeeper keeper, Scope scope,
			Map<String, Owner> behind) implements Listing<OwnerLink> {

		@Override
		public void add(OwnerLink link) {
			if (link.controller() != null) {
				this.behind.put(link.uid(), link.controller());
			}
		}

		@Override
		public void complete() {
			this.keeper.owners().replace(this.keeper.kind(), this.scope, this.behind);
		}

	}

}
