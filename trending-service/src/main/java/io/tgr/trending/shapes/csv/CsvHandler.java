package io.tgr.trending.shapes.csv;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

import io.tgr.trending.AnswerShape;
import io.tgr.trending.Answers;
import io.tgr.trending.DescribedQuery;
import io.tgr.trending.EncodedAnswer;
import io.tgr.trending.TrendingQueries;

/**
 * {@code GET /trending.csv}.
 */
@Component
class CsvHandler {

	private final TrendingQueries queries;

	private final Answers answers;

	private final AnswerShape csv = new CsvShape();

	CsvHandler(TrendingQueries queries, Answers answers) {
		this.queries = queries;
		this.answers = answers;
	}

	@Operation(operationId = "trendingCsv", summary = "What is trending, as comma-separated values")
	@DescribedQuery
	@ApiResponse(responseCode = "200", description = "A header, and a line for each repository",
			content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
	Mono<ServerResponse> csv(ServerRequest request) {
		return this.answers.answer(this.queries.of(request, this.csv)).flatMap(EncodedAnswer::reply);
	}

}
