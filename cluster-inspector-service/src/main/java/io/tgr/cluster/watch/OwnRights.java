package io.tgr.cluster.watch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.tgr.cluster.kubernetes.Kind;
import io.tgr.cluster.kubernetes.KubernetesException;
import io.tgr.cluster.kubernetes.KubernetesFailure;
import io.tgr.cluster.kubernetes.Right;

/**
 * Finds out how far our rights go: the whole cluster, or else those namespaces that are
 * named in the settings, that we may list, and our own.
 */
final class OwnRights {

	private static final int CONCURRENCY = 8;

	/**
	 * So many namespaces are asked for at most.
	 */
	private static final int MOST_ASKED = 1000;

	private static final List<Kind<?>> OPTIONAL = List.of(Kind.REPLICA_SETS, Kind.JOBS, Kind.WARNINGS);

	private static final Right USAGE = new Right("list", "metrics.k8s.io", "pods", null, null, null);

	private final Function<Right, Mono<Boolean>> ours;

	private final Mono<List<String>> namespaces;

	private final Supplier<String> own;

	private final WatchProperties properties;

	OwnRights(Function<Right, Mono<Boolean>> ours, Mono<List<String>> namespaces, Supplier<String> own,
			WatchProperties properties) {
		this.ours = ours;
		this.namespaces = namespaces;
		this.own = own;
		this.properties = properties;
	}

	/**
	 * Asks the API server.
	 * @return how far they go; fails with a {@link KubernetesException}
	 */
	Mono<Reach> reach() {
		return pods().flatMap((pods) -> {
			Set<Scope> within = pods.scopes();
			return Flux.fromIterable(OPTIONAL)
				.concatMap((kind) -> allowed(kind.toString(), within, (scope) -> rights(kind, scope)))
				.concatWith(allowed("usage", within, (scope) -> List.of(USAGE.in(scope.namespace()))))
				.collectList()
				.map((others) -> reach(pods, others));
		});
	}

	private static Reach reach(AllowedScopes pods, List<AllowedScopes> others) {
		Map<String, Set<Scope>> kinds = new HashMap<>();
		List<Right> missing = new ArrayList<>(pods.missing());
		kinds.put(pods.kind(), pods.scopes());
		others.forEach((other) -> {
			kinds.put(other.kind(), other.scopes());
			missing.addAll(other.missing());
		});
		return new Reach(kinds, kinds.getOrDefault("usage", Set.of()), List.copyOf(missing));
	}

	private Mono<AllowedScopes> pods() {
		String kind = Kind.PODS.toString();
		return allowed(kind, List.of(Scope.CLUSTER), (scope) -> rights(Kind.PODS, scope))
			.flatMap((all) -> (all.missing().isEmpty()) ? Mono.just(all)
					: candidates().flatMap((scopes) -> allowed(kind, scopes, (scope) -> rights(Kind.PODS, scope)))
						.map((some) -> new AllowedScopes(kind, some.scopes(), concat(all.missing(), named(some)))));
	}

	// Of namespaces that nobody named it goes without saying.
	private List<Right> named(AllowedScopes some) {
		return some.missing()
			.stream()
			.filter((right) -> this.properties.namespaces().contains(right.namespace()))
			.toList();
	}

	private Mono<List<Scope>> candidates() {
		return this.namespaces
			.onErrorResume(KubernetesException.class,
					(ex) -> (ex.failure() == KubernetesFailure.NOT_ALLOWED) ? Mono.just(List.of()) : Mono.error(ex))
			.map((listed) -> {
				Set<String> names = new LinkedHashSet<>(this.properties.namespaces());
				names.add(this.own.get());
				names.addAll(new TreeSet<>(listed));
				return names.stream().limit(MOST_ASKED).map(Scope::new).toList();
			});
	}

	private Mono<AllowedScopes> allowed(String kind, Collection<Scope> scopes, Function<Scope, List<Right>> rights) {
		return Flux.fromIterable(scopes)
			.flatMapSequential((scope) -> verdict(scope, rights.apply(scope)), CONCURRENCY, 1)
			.collectList()
			.map((verdicts) -> AllowedScopes.of(kind, verdicts, this.properties.maxNamespaces()));
	}

	private Mono<AllowedScopes.Verdict> verdict(Scope scope, List<Right> rights) {
		return Flux.fromIterable(rights)
			.concatMap((right) -> this.ours.apply(right)
				.filter((allowed) -> !allowed)
				.map((refused) -> new AllowedScopes.Verdict(scope, right)), 0)
			.next()
			.defaultIfEmpty(new AllowedScopes.Verdict(scope, null));
	}

	private static List<Right> rights(Kind<?> kind, Scope scope) {
		return List.of(kind.list(scope.namespace()), kind.watch(scope.namespace()));
	}

	private static List<Right> concat(List<Right> some, List<Right> more) {
		List<Right> all = new ArrayList<>(some);
		all.addAll(more);
		return all;
	}

}
