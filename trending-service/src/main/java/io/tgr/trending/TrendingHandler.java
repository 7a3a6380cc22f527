package io.tgr.trending;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * {@code GET /trending}.
 */
@Component
class TrendingHandler {

	private final TrendingQueries queries;

	private final Answers answers;

	TrendingHandler(TrendingQueries queries, Answers answers) {
		this.queries = queries;
		this.answers = answers;
	}

	@Operation(operationId = "trending", summary = "What is trending",
			description = "Repositories by the stars they gained in a window of complete UTC days up to yesterday.")
	@DescribedQuery
	@Parameter(in = ParameterIn.QUERY, name = "details",
			description = "Whether each row carries the answer of repo-details",
			schema = @Schema(type = "boolean", defaultValue = "false"))
	@ApiResponse(responseCode = "200", description = "The ranking",
			content = @Content(mediaType = "application/json", schema = @Schema(implementation = TrendingAnswer.class)))
	Mono<ServerResponse> trending(ServerRequest request) {
		return this.answers.answer(this.queries.of(request)).flatMap(EncodedAnswer::reply);
	}

}
