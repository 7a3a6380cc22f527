package io.tgr.cluster.watch;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.tgr.cluster.kubernetes.Chunk;
import io.tgr.cluster.kubernetes.Kind;
import io.tgr.cluster.kubernetes.KubernetesLists;
import io.tgr.cluster.kubernetes.KubernetesWatches;
import io.tgr.cluster.kubernetes.WatchEvent;

/**
 * Objects of one kind and scope from the Kubernetes API.
 *
 * @param kind the kind
 * @param scope where
 * @param lists lists them
 * @param turns when to list
 * @param watches watches them
 * @param <R> what is kept of one object
 */
record KubernetesSource<R>(Kind<R> kind, Scope scope, KubernetesLists lists, ListTurns turns,
		KubernetesWatches watches) implements WatchSource<R> {

	@Override
	public Mono<Chunk<R>> list(@Nullable String continueToken) {
		return this.turns.inTurn(this.lists.list(this.kind, this.scope.namespace(), continueToken));
	}

	@Override
	public Flux<WatchEvent<R>> watch(String resourceVersion) {
		return this.watches.watch(this.kind, this.scope.namespace(), resourceVersion);
	}

}
