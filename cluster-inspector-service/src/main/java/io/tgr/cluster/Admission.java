package io.tgr.cluster;

import java.util.Collection;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

import io.tgr.cluster.access.Access;
import io.tgr.cluster.access.View;
import io.tgr.cluster.failure.ClusterUnavailableException;
import io.tgr.cluster.failure.InspectorNotAllowedException;
import io.tgr.cluster.failure.KubernetesProblems;
import io.tgr.cluster.kubernetes.KubernetesException;
import io.tgr.cluster.kubernetes.Right;
import io.tgr.cluster.watch.Freshness;
import io.tgr.cluster.watch.FreshnessReport;
import io.tgr.cluster.watch.Staleness;

/**
 * Decides whether a caller gets an answer: who it is, what it may see, and whether there
 * is anything to tell.
 */
@Component
class Admission {

	static final Right LIST = Right.to("list", "pods", null);

	private static final String NOT_ALLOWED = "not-allowed";

	private final Access access;

	private final Freshness freshness;

	Admission(Access access, Freshness freshness) {
		this.access = access;
		this.freshness = freshness;
	}

	/**
	 * Lets a caller see rows.
	 * @param request the request
	 * @param namespaces the namespaces asked for, none for all
	 * @return what the caller may see
	 */
	Mono<View> toList(ServerRequest request, Collection<String> namespaces) {
		return view(request, LIST, namespaces).doOnNext((admitted) -> requireRows(admitted, namespaces));
	}

	/**
	 * Finds out where a caller may do something.
	 * @param request the request
	 * @param right what it takes
	 * @param namespaces where, none for wherever it may be
	 * @return what the caller may see
	 */
	Mono<View> view(ServerRequest request, Right right, Collection<String> namespaces) {
		return this.access.view(request.exchange().getRequest(), right, namespaces)
			.onErrorMap(KubernetesException.class, KubernetesProblems::of);
	}

	private void requireRows(View view, Collection<String> namespaces) {
		FreshnessReport report = this.freshness.report();
		Set<String> followed = report.namespaces();
		if (followed != null) {
			if (followed.isEmpty() && report.missing().stream().anyMatch(Admission::isList)) {
				throw new InspectorNotAllowedException(LIST);
			}
			namespaces.stream()
				.filter((namespace) -> !followed.contains(namespace))
				.findFirst()
				.ifPresent((namespace) -> {
					throw new InspectorNotAllowedException(LIST.in(namespace));
				});
		}
		if (!report.listed()) {
			throw notListed(this.freshness.report(view.namespaces()).stale());
		}
	}

	private static boolean isList(Right right) {
		return right.resource().equals(LIST.resource()) && right.group().isEmpty();
	}

	private static RuntimeException notListed(@Nullable Staleness why) {
		if (why != null && why.reason().equals(NOT_ALLOWED)) {
			return new InspectorNotAllowedException(LIST);
		}
		return new ClusterUnavailableException(
				(why != null) ? "The pods could not be listed: " + why.detail() : "The pods have not been listed yet.",
				null, null);
	}

}
