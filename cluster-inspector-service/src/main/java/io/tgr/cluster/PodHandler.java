package io.tgr.cluster;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

import io.tgr.cluster.detail.PodAnswer;
import io.tgr.cluster.detail.PodQuestion;
import io.tgr.cluster.detail.PodReader;
import io.tgr.cluster.failure.KubernetesProblems;
import io.tgr.cluster.kubernetes.KubernetesException;
import io.tgr.cluster.kubernetes.KubernetesFailure;
import io.tgr.cluster.pod.PodKey;
import io.tgr.common.web.KnownParameters;
import io.tgr.common.web.QueryParameters;

/**
 * {@code GET /pods/{namespace}/{name}}.
 */
@Component
class PodHandler {

	private static final String LINES = "logLines";

	private static final String CONTAINER = "container";

	private static final int MOST_LINES = 500;

	private static final int DEFAULT_LINES = 20;

	private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");

	private final Admission admission;

	private final PodReader reader;

	PodHandler(Admission admission, PodReader reader) {
		this.admission = admission;
		this.reader = reader;
	}

	@Operation(operationId = "pod", summary = "One pod in full", description = """
			Read from the API server when asked: its row, conditions and containers in full, why each container \
			died, its events if the caller may list events, and the ends of its logs if the caller may get them. \
			Of environment variables it tells names and sources, never values. It takes the right to get the pod.""")
	@Parameter(in = ParameterIn.PATH, name = "namespace", description = "Its namespace", required = true,
			schema = @Schema(type = "string"))
	@Parameter(in = ParameterIn.PATH, name = "name", description = "Its name", required = true,
			schema = @Schema(type = "string"))
	@Parameter(in = ParameterIn.QUERY, name = LINES, description = "Lines of each log at most; 0: no logs",
			schema = @Schema(type = "integer", minimum = "0", maximum = "500", defaultValue = "20"))
	@Parameter(in = ParameterIn.QUERY, name = CONTAINER,
			description = "The container whose log is asked for; absent: all", schema = @Schema(type = "string"))
	@ApiResponse(responseCode = "200", description = "The pod",
			content = @Content(mediaType = "application/json", schema = @Schema(implementation = PodAnswer.class)))
	Mono<ServerResponse> pod(ServerRequest request) {
		Representation.choose(request.headers().asHttpHeaders(), List.of(Representation.JSON));
		KnownParameters.require(request, Set.of(LINES, CONTAINER));
		PodKey key = new PodKey(request.pathVariable("namespace"), request.pathVariable("name"));
		if (!NAME.matcher(key.namespace()).matches() || !NAME.matcher(key.name()).matches()) {
			return Mono.error(new PodNotFoundException(key));
		}
		QueryParameters parameters = new QueryParameters(request.queryParams());
		PodQuestion question = new PodQuestion(key, parameters.number(LINES, 0, MOST_LINES, DEFAULT_LINES),
				parameters.matching(CONTAINER, NAME, "the name of a container"));
		return this.admission.view(request, question.right(), List.of(key.namespace()))
			.flatMap((view) -> this.reader.read(question, view))
			.onErrorMap(KubernetesException.class, (ex) -> explain(ex, key))
			.flatMap((answer) -> PageWriter.ok(MediaType.APPLICATION_JSON).bodyValue(answer));
	}

	private static Throwable explain(KubernetesException failure, PodKey key) {
		return (failure.failure() == KubernetesFailure.NOT_FOUND) ? new PodNotFoundException(key)
				: KubernetesProblems.of(failure);
	}

}
