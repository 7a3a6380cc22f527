package io.tgr.cluster;

import java.util.List;
import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

import io.tgr.cluster.access.View;
import io.tgr.cluster.query.PodFilter;
import io.tgr.cluster.query.PodQueries;
import io.tgr.cluster.stream.PodEvents;
import io.tgr.common.web.AskingClient;
import io.tgr.common.web.OpenStreams;

/**
 * {@code GET /pods/stream}.
 */
@Component
class StreamHandler {

	private static final String LAST_EVENT_ID = "Last-Event-ID";

	private static final String LAST_EVENT_ID_PARAMETER = "lastEventId";

	private final PodQueries queries;

	private final Admission admission;

	private final PodEvents events;

	private final OpenStreams streams;

	StreamHandler(PodQueries queries, Admission admission, PodEvents events, OpenStreams streams) {
		this.queries = queries;
		this.admission = admission;
		this.events = events;
		this.streams = streams;
	}

	@Operation(operationId = "podStream", summary = "The pods as they change", description = """
			Server-sent events. First each present pod as `ADDED`, then a bookmark, then `ADDED`, `MODIFIED` and \
			`DELETED` with the row as data; a pod that moves into or out of the selection is `ADDED` or `DELETED`. \
			`RESET`: forget all rows, they follow anew. `STALE` and `CURRENT`: the API server cannot be watched, \
			and can again. `ERROR`: a problem, and the end. Bookmarks are comments with an id.""")
	@DescribedFilters
	@Parameter(in = ParameterIn.QUERY, name = LAST_EVENT_ID_PARAMETER,
			description = "The same as the header `Last-Event-ID`, for clients that cannot set it",
			schema = @Schema(type = "string"))
	@Parameter(in = ParameterIn.HEADER, name = LAST_EVENT_ID, description = "The id of the last event that arrived",
			schema = @Schema(type = "string"))
	@ApiResponse(responseCode = "200", description = "The events",
			content = @Content(mediaType = "text/event-stream", schema = @Schema(type = "string")))
	Mono<ServerResponse> stream(ServerRequest request) {
		Representation.choose(request.headers().asHttpHeaders(), List.of(Representation.EVENTS));
		return follow(request);
	}

	Mono<ServerResponse> follow(ServerRequest request) {
		PodFilter filter = this.queries.filter(request, Set.of(LAST_EVENT_ID_PARAMETER));
		Mono<View> view = this.admission.toList(request, filter.namespaces());
		return view.flatMap((first) -> PageWriter.ok(MediaType.TEXT_EVENT_STREAM).build((exchange, context) -> {
			ServerHttpResponse response = exchange.getResponse();
			// Proxies that collect answers are asked not to.
			response.getHeaders().set("X-Accel-Buffering", "no");
			if (request.method() == HttpMethod.HEAD) {
				return response.setComplete();
			}
			return this.streams.admit(AskingClient.of(exchange),
					response.writeAndFlushWith(this.events.follow(filter, first, view, lastEventId(request))
						.map((event) -> Mono.just(response.bufferFactory().wrap(event)))));
		}));
	}

	private static @Nullable String lastEventId(ServerRequest request) {
		String header = request.headers().firstHeader(LAST_EVENT_ID);
		return (header != null) ? header : request.queryParam(LAST_EVENT_ID_PARAMETER).orElse(null);
	}

}
