package io.tgr.cluster.watch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import io.tgr.cluster.kubernetes.Kind;

/**
 * One of the kinds that are followed.
 *
 * @param kind the kind
 * @param keeper keeps what comes
 * @param sources where it comes from
 * @param states how the watches are doing that keep what is kept current
 * @param <R> what is kept of one object
 */
record WatchedKind<R>(Kind<R> kind, Keeper<R> keeper, Function<Scope, WatchSource<R>> sources,
		Map<Scope, WatchState> states) {

	WatchedKind(Kind<R> kind, Keeper<R> keeper, Function<Scope, WatchSource<R>> sources) {
		this(kind, keeper, sources, new ConcurrentHashMap<>());
	}

	String name() {
		return this.kind.toString();
	}

}
