package io.tgr.trending;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
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
	@Parameter(in = ParameterIn.QUERY, name = "language",
			description = "GitHub's name of a language or an alias, in any case; repeated: any of them; absent: all",
			array = @ArraySchema(schema = @Schema(type = "string", example = "java")))
	@Parameter(in = ParameterIn.QUERY, name = "window", description = "How far to look back: 1, 7 or 30 days",
			schema = @Schema(type = "string", allowableValues = { "daily", "weekly", "monthly" },
					defaultValue = "daily"))
	@Parameter(in = ParameterIn.QUERY, name = "sort", description = "What rows are ordered by, the largest first",
			schema = @Schema(type = "string", allowableValues = { "score", "gained", "growth", "stars", "forks" },
					defaultValue = "score"))
	@Parameter(in = ParameterIn.QUERY, name = "limit", description = "Rows at most",
			schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "25"))
	@Parameter(in = ParameterIn.QUERY, name = "offset", description = "Rows left out at the top; past the end: no rows",
			schema = @Schema(type = "integer", minimum = "0", defaultValue = "0"))
	@Parameter(in = ParameterIn.QUERY, name = "minStars", description = "Stars at least",
			schema = @Schema(type = "integer", minimum = "0"))
	@Parameter(in = ParameterIn.QUERY, name = "maxStars", description = "Stars at most",
			schema = @Schema(type = "integer", minimum = "0"))
	@Parameter(in = ParameterIn.QUERY, name = "topic", description = "A topic it must have",
			schema = @Schema(type = "string"))
	@Parameter(in = ParameterIn.QUERY, name = "license", description = "SPDX id of its licence, in any case",
			schema = @Schema(type = "string", example = "MIT"))
	@Parameter(in = ParameterIn.QUERY, name = "createdAfter",
			description = "A date (from 00:00 UTC) or a time: created then or later",
			schema = @Schema(type = "string", example = "2026-01-31"))
	@Parameter(in = ParameterIn.QUERY, name = "date",
			description = "The day before today (UTC) that the window ends with; absent: the last complete day",
			schema = @Schema(type = "string", format = "date", example = "2026-11-15"))
	@Parameter(in = ParameterIn.QUERY, name = "new",
			description = "Only repositories that stood in the first 100 places by score on none of the seven days before",
			schema = @Schema(type = "boolean", defaultValue = "false"))
	@Parameter(in = ParameterIn.QUERY, name = "details",
			description = "Whether each row carries the answer of repo-details",
			schema = @Schema(type = "boolean", defaultValue = "false"))
	@ApiResponse(responseCode = "200", description = "The ranking",
			content = @Content(mediaType = "application/json", schema = @Schema(implementation = TrendingAnswer.class)))
	Mono<ServerResponse> trending(ServerRequest request) {
		return this.answers.answer(this.queries.of(request)).flatMap(EncodedAnswer::reply);
	}

}
