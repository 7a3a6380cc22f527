package io.tgr.cluster.watch;

import java.util.Map;

import io.tgr.cluster.kubernetes.Kind;

/**
 * One of the kinds that are followed.
 *
 * @param kind the kind
 * @param keeper keeps what comes
 * @param states how the watches are doing that keep what is kept current
 * @param <R> what is kept of one object
 */
record WatchedKind<R>(Kind<R> kind, Keeper<R> keeper, Map<Scope, WatchState> states) {

	String name() {
		return this.kind.toString();
	}

}
