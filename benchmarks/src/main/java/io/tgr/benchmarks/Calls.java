package io.tgr.benchmarks;

import io.tgr.sandbox.github.access.CallLog;

/**
 * Calls that GitHub saw.
 *
 * @param core REST calls but for searches, however answered
 * @param notModified calls answered with 304, which cost nothing
 * @param graphql GraphQL calls
 * @param search searches
 * @param overdrawn calls refused because a bucket was empty
 * @param slowedDown calls refused by a secondary limit
 */
record Calls(long core, long notModified, long graphql, long search, long overdrawn, long slowedDown) {

	static final Calls NONE = new Calls(0, 0, 0, 0, 0, 0);

	static Calls of(CallLog.CallCounts counts) {
		return new Calls(counts.byPath().core(), counts.byPath().notModified(), counts.byPath().graphql(),
				counts.byPath().search(), counts.overdrawn(), counts.slowedDown());
	}

	Calls since(Calls before) {
		return new Calls(this.core - before.core, this.notModified - before.notModified, this.graphql - before.graphql,
				this.search - before.search, this.overdrawn - before.overdrawn, this.slowedDown - before.slowedDown);
	}

	long sent() {
		return this.core + this.graphql + this.search;
	}

}
