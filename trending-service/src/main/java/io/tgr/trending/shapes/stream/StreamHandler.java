package io.tgr.trending.shapes.stream;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.tgr.common.web.AskingClient;
import io.tgr.common.web.OpenStreams;
import io.tgr.trending.Answers;
import io.tgr.trending.DescribedQuery;
import io.tgr.trending.EncodedAnswer;
import io.tgr.trending.JsonShape;
import io.tgr.trending.TrendingQueries;
import io.tgr.trending.TrendingQuery;

/**
 * {@code GET /trending/stream}.
 */
@Component
class StreamHandler {

	private static final String LAST_EVENT_ID = "Last-Event-ID";

	private final TrendingQueries queries;

	private final Answers answers;

	private final JsonShape shape;

	private final RankingEvents events;

	private final OpenStreams streams;

	StreamHandler(TrendingQueries queries, Answers answers, JsonShape shape, RankingEvents events,
			OpenStreams streams) {
		this.queries = queries;
		this.answers = answers;
		this.shape = shape;
		this.events = events;
		this.streams = streams;
	}

	@Operation(operationId = "trendingStream", summary = "What is trending, as it changes",
			description = """
					Server-sent events: the ranking as it is now, then each new one, as the JSON of `/trending`. The id of \
					an event is the tag of its content; a client that sends it back hears nothing until there is a newer one.""")
	@DescribedQuery
	@Parameter(in = ParameterIn.HEADER, name = LAST_EVENT_ID, description = "The id of the last event that arrived",
			schema = @Schema(type = "string"))
	@ApiResponse(responseCode = "200", description = "The events",
			content = @Content(mediaType = "text/event-stream", schema = @Schema(type = "string")))
	Mono<ServerResponse> stream(ServerRequest request) {
		TrendingQuery query = this.queries.ofPresent(request, this.shape);
		String lastEventId = request.headers().firstHeader(LAST_EVENT_ID);
		return this.answers.answer(query)
			.flatMap((first) -> ServerResponse.ok()
				.contentType(MediaType.TEXT_EVENT_STREAM)
				.cacheControl(CacheControl.noStore())
				// Proxies that collect answers are asked not to.
				.header("X-Accel-Buffering", "no")
				.build((exchange, context) -> write(exchange, query, first, lastEventId)));
	}

	private Mono<Void> write(ServerWebExchange exchange, TrendingQuery query, EncodedAnswer first,
			@Nullable String lastEventId) {
		ServerHttpResponse response = exchange.getResponse();
		if (exchange.getRequest().getMethod() == HttpMethod.HEAD) {
			return response.setComplete();
		}
		Flux<byte[]> told = this.events.follow(query, first, lastEventId, exchange.getRequest());
		return this.streams.admit(AskingClient.of(exchange),
				response.writeAndFlushWith(told.map((event) -> Mono.just(response.bufferFactory().wrap(event)))));
	}

}
