package io.tgr.cluster.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import io.tgr.cluster.kubernetes.Chunk;
import io.tgr.cluster.kubernetes.KubernetesException;
import io.tgr.cluster.kubernetes.KubernetesFailure;
import io.tgr.cluster.kubernetes.Right;
import io.tgr.cluster.kubernetes.WatchEvent;
import io.tgr.cluster.kubernetes.WatchEvent.Type;
import io.tgr.cluster.pod.PodKey;
import io.tgr.cluster.pod.PodRow;

/**
 * The pods of an API server as lists and watches see them: chunks of one version, events
 * from any version on that is remembered, connections that break.
 */
class FakeApi {

	private static final int CHUNK = 3;

	final TreeMap<PodKey, PodRow> pods = new TreeMap<>();

	final Set<Right> refused = new HashSet<>();

	final Set<Scope> hanging = new HashSet<>();

	final List<String> calls = new ArrayList<>();

	private final List<WatchEvent<PodRow>> history = new ArrayList<>();

	private final Map<Sinks.Many<WatchEvent<PodRow>>, Scope> watches = new HashMap<>();

	private final Map<Long, List<PodRow>> snapshots = new HashMap<>();

	private long version = 100;

	private long oldest = 100;

	private @Nullable KubernetesFailure down;

	private @Nullable Duration retryAfter;

	PodRow put(String namespace, String name, String uid) {
		this.version++;
		PodRow row = WatchedCluster.pod(namespace, name, uid, this.version);
		tell((this.pods.put(row.key(), row) != null) ? Type.MODIFIED : Type.ADDED, row);
		return row;
	}

	void delete(String namespace, String name) {
		PodRow gone = this.pods.remove(new PodKey(namespace, name));
		if (gone != null) {
			this.version++;
			tell(Type.DELETED, WatchedCluster.pod(namespace, name, gone.uid(), this.version));
		}
	}

	void bookmark() {
		emit(new WatchEvent<>(Type.BOOKMARK, null, Long.toString(this.version)), null);
	}

	void down(KubernetesFailure failure, @Nullable Duration retryAfter) {
		this.down = failure;
		this.retryAfter = retryAfter;
		cut(failure);
	}

	void up() {
		this.down = null;
	}

	void cut(@Nullable KubernetesFailure failure) {
		List<Sinks.Many<WatchEvent<PodRow>>> open = List.copyOf(this.watches.keySet());
		this.watches.clear();
		open.forEach((watch) -> {
			if (failure != null) {
				watch.tryEmitError(failure(failure, "watch", null));
			}
			else {
				watch.tryEmitComplete();
			}
		});
	}

	void compact() {
		this.oldest = this.version;
		this.snapshots.clear();
	}

	int watches() {
		return this.watches.size();
	}

	WatchSource<PodRow> source(Scope scope) {
		return new WatchSource<>() {

			@Override
			public Mono<Chunk<PodRow>> list(@Nullable String token) {
				return (!FakeApi.this.hanging.contains(scope))
						? Mono.fromCallable(() -> FakeApi.this.list(scope, token)) : Mono.never();
			}

			@Override
			public Flux<WatchEvent<PodRow>> watch(String resourceVersion) {
				return Flux.defer(() -> FakeApi.this.watch(scope, Long.parseLong(resourceVersion)));
			}

		};
	}

	private Chunk<PodRow> list(Scope scope, @Nullable String token) {
		this.calls.add("list " + scope + ((token != null) ? " " + token.substring(token.indexOf(':') + 1) : ""));
		check("list", scope);
		long at = (token != null) ? Long.parseLong(token.substring(0, token.indexOf(':'))) : this.version;
		int from = (token != null) ? Integer.parseInt(token.substring(token.indexOf(':') + 1)) : 0;
		if (token == null) {
			this.snapshots.put(at, List.copyOf(this.pods.values()));
		}
		if (!this.snapshots.containsKey(at)) {
			throw failure(KubernetesFailure.GONE, "list", scope.namespace());
		}
		List<PodRow> rows = this.snapshots.get(at)
			.stream()
			.filter((row) -> scope.covers(row.key().namespace()))
			.toList();
		int to = Math.min(rows.size(), from + CHUNK);
		return new Chunk<>(rows.subList(from, to), (to < rows.size()) ? at + ":" + to : null, Long.toString(at), null);
	}

	private Flux<WatchEvent<PodRow>> watch(Scope scope, long from) {
		this.calls.add("watch " + scope + " " + from);
		check("watch", scope);
		if (from < this.oldest) {
			throw failure(KubernetesFailure.GONE, "watch", scope.namespace());
		}
		Sinks.Many<WatchEvent<PodRow>> watch = Sinks.many().unicast().onBackpressureBuffer();
		watch.tryEmitNext(new WatchEvent<>(Type.BOOKMARK, null, Long.toString(from)));
		this.history.stream()
			.filter((event) -> Long.parseLong(event.resourceVersion()) > from)
			.filter((event) -> event.object() != null && scope.covers(event.object().key().namespace()))
			.forEach(watch::tryEmitNext);
		this.watches.put(watch, scope);
		return watch.asFlux().doOnCancel(() -> this.watches.remove(watch));
	}

	private void check(String verb, Scope scope) {
		if (this.down != null) {
			throw failure(this.down, verb, scope.namespace());
		}
		if (this.refused.contains(Right.to(verb, "pods", scope.namespace()))) {
			throw failure(KubernetesFailure.NOT_ALLOWED, verb, scope.namespace());
		}
	}

	private KubernetesException failure(KubernetesFailure failure, String verb, @Nullable String namespace) {
		return new KubernetesException(failure, Right.to(verb, "pods", namespace), "why", this.retryAfter, null);
	}

	private void tell(Type type, PodRow row) {
		WatchEvent<PodRow> event = new WatchEvent<>(type, row, row.resourceVersion());
		this.history.add(event);
		emit(event, row.key().namespace());
	}

	private void emit(WatchEvent<PodRow> event, @Nullable String namespace) {
		Map.copyOf(this.watches).forEach((watch, scope) -> {
			if (namespace == null || scope.covers(namespace)) {
				watch.tryEmitNext(event);
			}
		});
	}

}
