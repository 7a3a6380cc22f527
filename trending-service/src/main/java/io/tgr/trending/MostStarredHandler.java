package io.tgr.trending;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.tgr.common.web.Problem;
import io.tgr.trending.details.RepoDetails;
import io.tgr.trending.language.Languages;

/**
 * {@code GET /?n=&l=}, the workshop's endpoint: GitHub's own JSON of the most starred
 * repositories of a language, unchanged.
 */
@Component
class MostStarredHandler {

	// GitHub's own JSON cannot say it itself: of some of it, or of which repositories it
	// is.
	static final String STALE = Shortcomings.STALE;

	private final Languages languages;

	private final MostStarred mostStarred;

	private final RepoDetails details;

	private final AnswerEncoder encoder;

	private final Fallbacks fallbacks;

	private final AnswerProperties properties;

	private final Clock clock;

	MostStarredHandler(Languages languages, MostStarred mostStarred, RepoDetails details, AnswerEncoder encoder,
			Fallbacks fallbacks, AnswerProperties properties, Clock clock) {
		this.languages = languages;
		this.mostStarred = mostStarred;
		this.details = details;
		this.encoder = encoder;
		this.fallbacks = fallbacks;
		this.properties = properties;
		this.clock = clock;
	}

	@Operation(operationId = "mostStarred",
			summary = "GitHub's own JSON of the most starred repositories of a language")
	@Parameter(in = ParameterIn.QUERY, name = "n", description = "How many", required = true,
			schema = @Schema(type = "integer", minimum = "1", maximum = "100"))
	@Parameter(in = ParameterIn.QUERY, name = "l", description = "GitHub's name of a language or an alias",
			required = true, schema = @Schema(type = "string", example = "java"))
	@ApiResponse(responseCode = "200", description = "The repositories; status is ko when some of them failed",
			headers = { @Header(name = STALE,
					description = "true when GitHub could not be asked again when it was due, and these are the most starred of those tracked, or one of them is older than it should be",
					schema = @Schema(type = "string")),
					@Header(name = HttpHeaders.AGE, description = "Seconds since the oldest of it was asked for, then",
							schema = @Schema(type = "integer")) },
			content = @Content(mediaType = "application/json",
					schema = @Schema(implementation = MostStarredAnswer.class)))
	@ApiResponse(responseCode = "503", description = "All of them failed; status is ko. Or there is too much to do",
			content = {
					@Content(mediaType = "application/json",
							schema = @Schema(implementation = MostStarredAnswer.class)),
					@Content(mediaType = "application/problem+json",
							schema = @Schema(ref = "#/components/schemas/Problem")) })
	Mono<ServerResponse> mostStarred(ServerRequest request) {
		MostStarredQuery query = MostStarredQuery.of(request, this.languages);
		return answer(query).flatMap(this::reply);
	}

	private Mono<RawAnswer> answer(MostStarredQuery query) {
		Mono<Long> deadline = Mono.delay(this.properties.patience()).cache();
		return this.mostStarred.of(query.language().name(), query.count())
			.flatMap((found) -> repositories(found, deadline))
			.onErrorResume((failure) -> Mono.just(RawAnswer.failed(failure)));
	}

	private Mono<RawAnswer> repositories(MostStarred.Found found, Mono<Long> deadline) {
		return Flux.fromIterable(found.names())
			.flatMapSequential(
					(name) -> this.details.raw(name)
						.timeout(deadline)
						.map(RawAnswer::of)
						.onErrorResume((failure) -> Mono.just(RawAnswer.failed(failure))),
					this.properties.rawConcurrency())
			.reduce(new RawAnswer(List.of(), found.failure(), found.asOf()), RawAnswer::plus);
	}

	private Mono<ServerResponse> reply(RawAnswer answer) {
		Throwable failure = answer.failure();
		if (failure != null) {
			this.fallbacks.missing("repositories", Failures.reason(failure));
		}
		if (answer.anything() || failure == null) {
			return this.encoder.single(answer.json()).flatMap((encoded) -> encoded.reply(age(answer)));
		}
		Problem problem = Problem.of(Failures.unavailable(failure, this.clock), this.clock.instant());
		long seconds = Objects.requireNonNullElse(problem.retryAfterSeconds(), 30L);
		return ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
			.header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(answer.json());
	}

	private HttpHeaders age(RawAnswer answer) {
		HttpHeaders headers = new HttpHeaders();
		if (answer.staleOf() != null) {
			headers.set(STALE, "true");
			headers.set(HttpHeaders.AGE,
					Long.toString(Duration.between(answer.staleOf(), this.clock.instant()).toSeconds()));
		}
		return headers;
	}

}
