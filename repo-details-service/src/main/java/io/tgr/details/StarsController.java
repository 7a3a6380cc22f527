package io.tgr.details;

import java.nio.charset.StandardCharsets;
import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

import io.tgr.common.web.KnownParameters;

/**
 * Stars of one repository day by day.
 */
@RestController
@RequestMapping("/repos/{owner}/{name}")
@Tag(name = "stars", description = "Stars of one repository day by day")
class StarsController {

	private static final String SVG = "image/svg+xml";

	private final RepositoryReader reader;

	private final Questions questions;

	private final Answers answers;

	StarsController(RepositoryReader reader, Questions questions, Answers answers) {
		this.reader = reader;
		this.questions = questions;
		this.answers = answers;
	}

	@Operation(operationId = "stars", summary = "Stars per complete UTC day up to yesterday, oldest first",
			description = "The day that is not over yet stands apart, as `today`.")
	@ApiResponse(responseCode = "200", description = "Stars day by day",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = RepositoryStars.class)))
	@AboutRepository
	@GetMapping(path = "/stars", produces = MediaType.APPLICATION_JSON_VALUE)
	Mono<ResponseEntity<byte[]>> stars(@PathVariable String owner, @PathVariable String name,
			@Days @RequestParam(required = false) @Nullable String days, ServerWebExchange exchange) {
		return read(owner, name, days, exchange).map((stars) -> this.answers.json(stars, stars.isSettled()));
	}

	@Operation(operationId = "starsChart", summary = "The same as a small chart")
	@ApiResponse(responseCode = "200", description = "A chart with a title and a description for screen readers",
			content = @Content(mediaType = SVG, schema = @Schema(type = "string")))
	@AboutRepository
	@GetMapping(path = "/stars.svg", produces = SVG)
	Mono<ResponseEntity<byte[]>> chart(@PathVariable String owner, @PathVariable String name,
			@Days @RequestParam(required = false) @Nullable String days, ServerWebExchange exchange) {
		return read(owner, name, days, exchange).map((stars) -> this.answers
			.of(StarChart.of(stars).getBytes(StandardCharsets.UTF_8), MediaType.valueOf(SVG), !stars.stale()));
	}

	private Mono<RepositoryStars> read(String owner, String name, @Nullable String days, ServerWebExchange exchange) {
		KnownParameters.require(exchange, Set.of(Questions.DAYS));
		return this.reader.stars(RepositoryName.of(owner, name), this.questions.ofStars(days, exchange));
	}

}
