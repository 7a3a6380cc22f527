package io.tgr.cluster;

import java.util.Collection;
import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

import io.tgr.cluster.access.NotAllowedException;
import io.tgr.cluster.access.View;
import io.tgr.cluster.failure.KubernetesProblems;
import io.tgr.cluster.kubernetes.KubernetesException;
import io.tgr.cluster.kubernetes.KubernetesPods;
import io.tgr.cluster.kubernetes.RedactedPage;
import io.tgr.cluster.query.ContinueExpiredException;
import io.tgr.cluster.query.PodListQuery;
import io.tgr.cluster.query.PodQueries;
import io.tgr.common.web.InvalidParameterException;

/**
 * The API server's own list of pods, redacted.
 */
@Component
class PodListHandler {

	private final PodQueries queries;

	private final Admission admission;

	private final KubernetesPods pods;

	private final BigAnswers big;

	PodListHandler(PodQueries queries, Admission admission, KubernetesPods pods, AnswerProperties properties) {
		this.queries = queries;
		this.admission = admission;
		this.pods = pods;
		this.big = new BigAnswers(properties);
	}

	Mono<ServerResponse> list(ServerRequest request) {
		PodListQuery query = this.queries.list(request);
		Collection<String> where = (query.namespace() != null) ? List.of(query.namespace()) : List.of();
		return this.admission.view(request, Admission.LIST, where)
			.doOnNext((view) -> requireAll(view, where))
			.map((view) -> PageWriter.ok(MediaType.APPLICATION_JSON))
			.flatMap((answer) -> answer.build((exchange, context) -> this.big.admit(page(query).flatMap((page) -> {
				exchange.getResponse().getHeaders().setContentLength(page.json().length);
				return exchange.getResponse()
					.writeWith(Mono.just(exchange.getResponse().bufferFactory().wrap(page.json())));
			}))));
	}

	private Mono<RedactedPage> page(PodListQuery query) {
		return this.pods
			.redacted(query.namespace(), query.labelSelector(), query.fieldSelector(), query.limit(), query.token())
			.onErrorMap(KubernetesException.class, (ex) -> explain(ex, query));
	}

	// A list with gaps would not be the API server's own.
	private static void requireAll(View view, Collection<String> where) {
		if (where.isEmpty() && view.namespaces() != null) {
			String user = (view.user() != null) ? view.user().name() : "The caller";
			throw new ErrorResponseException(HttpStatus.FORBIDDEN,
					NotAllowedException.problem("not-allowed",
							"'%s' may not %s; a PodList can be had of one namespace at a time, by 'namespace'."
								.formatted(user, Admission.LIST),
							Admission.LIST),
					null);
		}
	}

	private static Throwable explain(KubernetesException failure, PodListQuery query) {
		return switch (failure.failure()) {
			case GONE -> new ContinueExpiredException("The API server has forgotten the last page");
			case INVALID -> (query.token() != null)
					? new InvalidParameterException("continue", query.token(),
							"what the last PodList says under metadata.continue", List.of())
					: new InvalidParameterException("limit", String.valueOf(query.limit()),
							String.valueOf(failure.getMessage()), List.of());
			default -> KubernetesProblems.of(failure);
		};
	}

}
