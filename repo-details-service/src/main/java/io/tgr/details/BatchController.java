package io.tgr.details;

import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.common.web.KnownParameters;

/**
 * Everything about many repositories.
 */
@RestController
@Tag(name = "batch", description = "Everything about many repositories")
class BatchController {

	private static final String PATH = "/repos/batch";

	private final RepositoryBatch batch;

	private final Questions questions;

	private final JsonMapper json;

	BatchController(RepositoryBatch batch, Questions questions, JsonMapper json) {
		this.batch = batch;
		this.questions = questions;
		this.json = json;
	}

	@BatchBody
	@Operation(operationId = "batch", summary = "Up to 100 repositories", description = """
			As `application/json` in the order asked for, as `application/x-ndjson` one repository a line in \
			order of arrival. Duplicates are asked once and reported under each spelling; a renamed \
			repository is followed and reported under both names. A repository that failed as a whole has \
			a `problem` and no parts. `Priority: u=6` (RFC 9218) marks background work: it may take longer \
			and leaves a part of the budget to others.""")
	@ApiResponse(responseCode = "200", description = "The repositories",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = BatchAnswer.class)))
	@ApiResponse(responseCode = "400",
			description = "The body is not what it should be: `parameter`, `value` and `allowed` say why",
			content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
					schema = @Schema(implementation = ProblemAnswer.class)))
	@ApiResponse(responseCode = "406", description = "There is no such media type of it",
			content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
					schema = @Schema(implementation = ProblemAnswer.class)))
	@ApiResponse(responseCode = "413", description = "The body is too large",
			content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
					schema = @Schema(implementation = ProblemAnswer.class)))
	@ApiResponse(responseCode = "415", description = "The body is not `application/json`",
			content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
					schema = @Schema(implementation = ProblemAnswer.class)))
	@ApiResponse(responseCode = "429", description = "The client asks too often; `Retry-After` says when to ask again",
			content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
					schema = @Schema(implementation = ProblemAnswer.class)))
	@PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
	Mono<BatchAnswer> collect(@RequestBody(required = false) byte @Nullable [] body, ServerWebExchange exchange) {
		BatchQuestion question = question(body, exchange);
		return this.batch.collect(question.names(), this.questions.of(question, exchange));
	}

	@BatchBody
	@Operation(operationId = "batch")
	@ApiResponse(responseCode = "200", description = "The repositories",
			content = @Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE,
					schema = @Schema(implementation = RepositoryDetails.class)))
	@PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_NDJSON_VALUE)
	Flux<RepositoryDetails> stream(@RequestBody(required = false) byte @Nullable [] body, ServerWebExchange exchange) {
		BatchQuestion question = question(body, exchange);
		return this.batch.stream(question.names(), this.questions.of(question, exchange));
	}

	private BatchQuestion question(byte @Nullable [] body, ServerWebExchange exchange) {
		KnownParameters.require(exchange, Set.of());
		return BatchQuestion.of(body, this.json);
	}

}
