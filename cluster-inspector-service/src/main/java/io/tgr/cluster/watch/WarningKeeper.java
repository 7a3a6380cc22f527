package io.tgr.cluster.watch;

import java.util.Set;

import io.tgr.cluster.pod.Warning;

/**
 * Keeps warnings. They are not missed when the API server forgets them, since they are
 * forgotten here in time.
 *
 * @param warnings where to keep them
 */
record WarningKeeper(Warnings warnings) implements Keeper<Warning> {

	@Override
	public Listing<Warning> listing(Scope scope) {
		return new WarningListing(this.warnings, scope);
	}

	@Override
	public void put(Scope scope, Warning warning) {
		this.warnings.put(scope, warning);
	}

	@Override
	public void remove(Scope scope, Warning warning) {
		// It is forgotten in time.
	}

	@Override
	public void retain(Set<Scope> scopes) {
		this.warnings.retain(scopes);
	}

	@Override
	public int size() {
		return this.warnings.size();
	}

	/**
	 * A list of warnings, which may be long: only the latest of each pod stay in memory.
	 *
	 * @param warnings where to keep them
	 * @param scope what is listed
	 */
	private record WarningListing(Warnings warnings, Scope scope) implements Listing<Warning> {

		@Override
		public void add(Warning warning) {
			this.warnings.put(this.scope, warning);
		}

		@Override
		public void complete() {
			// All there is has been put.
		}

	}

}
