package io.tgr.cluster.row;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.tgr.cluster.access.Access;
import io.tgr.cluster.access.View;
import io.tgr.cluster.failure.KubernetesProblems;
import io.tgr.cluster.kubernetes.KubernetesException;
import io.tgr.cluster.kubernetes.Right;
import io.tgr.cluster.watch.UsageFigures;

/**
 * Finds out what of the rows a caller may see beyond the pods.
 */
@Component
public final class CallerRights {

	/**
	 * The right that warning events take.
	 */
	public static final Right EVENTS = Right.to("list", "events", null);

	/**
	 * The right that figures of usage take.
	 */
	public static final Right USAGE = new Right("list", "metrics.k8s.io", "pods", null, null, null);

	private static final int AT_ONCE = 8;

	// Beyond that nobody waits for the answers.
	private static final int MOST_NAMESPACES = 100;

	private final Access access;

	private final UsageFigures usage;

	CallerRights(Access access, UsageFigures usage) {
		this.access = access;
		this.usage = usage;
	}

	/**
	 * What a caller may see in some namespaces.
	 * @param view the caller
	 * @param namespaces the namespaces that matter
	 * @return the parts
	 */
	public Mono<VisibleParts> in(View view, Collection<String> namespaces) {
		Mono<VisibleParts.Where> figures = (this.usage.available()) ? where(view, USAGE, namespaces)
				: Mono.just(VisibleParts.Where.NOWHERE);
		return Mono.zip(where(view, EVENTS, namespaces), figures, VisibleParts::new)
			.onErrorMap(KubernetesException.class, KubernetesProblems::of);
	}

	private Mono<VisibleParts.Where> where(View view, Right right, Collection<String> namespaces) {
		if (view.namespaces() != null) {
			return each(view, right, namespaces);
		}
		return this.access.may(view, right)
			.flatMap((all) -> (all) ? Mono.just(VisibleParts.Where.EVERYWHERE) : each(view, right, namespaces));
	}

	private Mono<VisibleParts.Where> each(View view, Right right, Collection<String> namespaces) {
		return Flux.fromIterable(namespaces)
			.take(MOST_NAMESPACES)
			.flatMapSequential(
					(namespace) -> this.access.may(view, right.in(namespace)).map((may) -> new Allowed(namespace, may)),
					AT_ONCE)
			.collectList()
			.map((found) -> where(right, found));
	}

	private static VisibleParts.Where where(Right right, List<Allowed> found) {
		Set<String> allowed = new HashSet<>();
		List<Right> denied = new ArrayList<>();
		for (Allowed one : found) {
			if (one.may()) {
				allowed.add(one.namespace());
			}
			else {
				denied.add(right.in(one.namespace()));
			}
		}
		return new VisibleParts.Where(allowed, denied);
	}

	/**
	 * Whether something is allowed in a namespace.
	 *
	 * @param namespace the namespace
	 * @param may whether it is
	 */
	private record Allowed(String namespace, boolean may) {

	}

}
