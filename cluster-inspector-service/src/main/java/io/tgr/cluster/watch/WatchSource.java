package io.tgr.cluster.watch;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.tgr.cluster.kubernetes.Chunk;
import io.tgr.cluster.kubernetes.KubernetesException;
import io.tgr.cluster.kubernetes.WatchEvent;

/**
 * Where objects of one kind and scope come from; fails with a
 * {@link KubernetesException}.
 *
 * @param <R> what is kept of one object
 */
interface WatchSource<R> {

	Mono<Chunk<R>> list(@Nullable String continueToken);

	Flux<WatchEvent<R>> watch(String resourceVersion);

}
