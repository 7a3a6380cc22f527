package io.tgr.cluster.watch;

import java.util.Set;

/**
 * Keeps what lists and watches of one kind bring; called by one thread only.
 *
 * @param <R> what is kept of one object
 */
interface Keeper<R> {

	/**
	 * Begins a new list, which is worth nothing before it is complete.
	 * @param scope what is listed
	 * @return takes the list
	 */
	Listing<R> listing(Scope scope);

	void put(Scope scope, R item);

	void remove(Scope scope, R item);

	/**
	 * Forgets what is out of sight from now on.
	 * @param scopes what is still followed
	 */
	void retain(Set<Scope> scopes);

	int size();

	/**
	 * Takes one list.
	 *
	 * @param <R> what is kept of one object
	 */
	interface Listing<R> {

		void add(R item);

		/**
		 * The list is complete: it takes the place of what was known.
		 */
		void complete();

	}

}
