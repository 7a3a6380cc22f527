package io.tgr.details;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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
 * Everything about one repository.
 */
@RestController
@RequestMapping("/repos/{owner}/{name}")
@Tag(name = "repositories", description = "Everything about one repository")
class RepositoryController {

	static final String GITHUB_JSON = "application/vnd.github+json";

	/**
	 * Says of GitHub's own JSON, which cannot say it itself, that it is older than it
	 * should be.
	 */
	static final String STALE = "X-Tgr-Stale";

	private static final String GITHUB_JSON_3 = "application/vnd.github.v3+json";

	private final RepositoryReader reader;

	private final Questions questions;

	private final Answers answers;

	private final Clock clock;

	RepositoryController(RepositoryReader reader, Questions questions, Answers answers, Clock clock) {
		this.reader = reader;
		this.questions = questions;
		this.answers = answers;
		this.clock = clock;
	}

	@Operation(operationId = "repository", summary = "Facts, languages, contributors, release, community, stars",
			description = """
					Each part says when GitHub was asked (`asOf`), whether that is longer ago than it should be \
					(`stale`), and why it is missing (`problem`): one failure never loses the rest. The request fails \
					as a whole only when the repository is gone or when no part could be had. A renamed repository \
					is followed. With `Accept: application/vnd.github+json` the answer is GitHub's own JSON, \
					unchanged.""")
	@ApiResponse(responseCode = "200", description = "What is known of the repository",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = RepositoryDetails.class)))
	@AboutRepository
	@GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	Mono<ResponseEntity<byte[]>> details(@PathVariable String owner, @PathVariable String name,
			@Parameter(description = "Parts wanted, all when absent",
					array = @ArraySchema(schema = @Schema(implementation = RepositoryPart.class))) @RequestParam(
							required = false) @Nullable List<String> parts,
			ServerWebExchange exchange) {
		KnownParameters.require(exchange, Set.of(RepositoryPart.PARAMETER));
		Question question = this.questions.of(RepositoryPart.select(words(parts)), exchange);
		return this.reader.details(RepositoryName.of(owner, name), question)
			.map((details) -> this.answers.json(details, details.isSettled()));
	}

	@Operation(operationId = "repository")
	@ApiResponse(responseCode = "200", description = "What is known of the repository",
			content = @Content(mediaType = GITHUB_JSON, schema = @Schema(type = "object")))
	@GetMapping(produces = { GITHUB_JSON, GITHUB_JSON_3 })
	Mono<ResponseEntity<byte[]>> raw(@PathVariable String owner, @PathVariable String name,
			ServerWebExchange exchange) {
		KnownParameters.require(exchange, Set.of());
		Question question = this.questions.of(Set.of(RepositoryPart.FACTS), exchange);
		return this.reader.raw(RepositoryName.of(owner, name), question).map(this::answer);
	}

	private ResponseEntity<byte[]> answer(Outcome<byte[]> raw) {
		ResponseEntity<byte[]> answer = this.answers.of(raw.required(), MediaType.valueOf(GITHUB_JSON), !raw.stale());
		Instant asOf = raw.asOf();
		if (!raw.stale() || asOf == null) {
			return answer;
		}
		long age = Duration.between(asOf, this.clock.instant()).toSeconds();
		return ResponseEntity.status(answer.getStatusCode())
			.headers(answer.getHeaders())
			.header(STALE, "true")
			.header(HttpHeaders.AGE, String.valueOf(age))
			.body(answer.getBody());
	}

	private static @Nullable List<String> words(@Nullable List<String> parts) {
		return (parts != null) ? parts.stream().flatMap((words) -> Arrays.stream(words.split(","))).toList() : null;
	}

}
