package io.tgr.trending;

import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

import io.tgr.common.web.KnownParameters;
import io.tgr.trending.pool.CandidatePool;
import io.tgr.trending.pool.TrackedRepository;

/**
 * {@code GET /trending/{owner}/{name}}.
 */
@Component
class RepositoryHandler {

	private final CandidatePool pool;

	private final RepositoryRanks ranks;

	private final AnswerEncoder encoder;

	RepositoryHandler(CandidatePool pool, RepositoryRanks ranks, AnswerEncoder encoder) {
		this.pool = pool;
		this.ranks = ranks;
		this.encoder = encoder;
	}

	@Operation(operationId = "repository", summary = "Where one repository stands",
			description = "Its rank in each window, among all languages and within its own, and why. A former name that is known here is followed.")
	@Parameter(in = ParameterIn.PATH, name = "owner", description = "Who it belongs to", required = true,
			schema = @Schema(type = "string"))
	@Parameter(in = ParameterIn.PATH, name = "name", description = "Its name", required = true,
			schema = @Schema(type = "string"))
	@ApiResponse(responseCode = "200", description = "Its places",
			content = @Content(mediaType = "application/json",
					schema = @Schema(implementation = RepositoryAnswer.class)))
	@ApiResponse(responseCode = "404", description = "Not among the repositories tracked here",
			content = @Content(mediaType = "application/problem+json",
					schema = @Schema(ref = "#/components/schemas/Problem")))
	Mono<ServerResponse> repository(ServerRequest request) {
		KnownParameters.require(request, Set.of());
		String fullName = request.pathVariable("owner") + "/" + request.pathVariable("name");
		TrackedRepository repository = find(fullName);
		if (repository == null) {
			return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND,
					"'%s' is not among the repositories tracked here; it may exist on GitHub all the same"
						.formatted(fullName)));
		}
		return this.ranks.of(repository)
			.map((answer) -> answer.requestedAs(fullName))
			.flatMap(this.encoder::single)
			.flatMap(EncodedAnswer::reply);
	}

	private @Nullable TrackedRepository find(String fullName) {
		TrackedRepository repository = this.pool.find(fullName);
		return (repository != null) ? repository : this.pool.findFormer(fullName);
	}

}
