package io.tgr.trending;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.tgr.common.web.InvalidParameterException;
import io.tgr.common.web.Problem;
import io.tgr.trending.details.RepoDetails;
import io.tgr.trending.discovery.Discovery;
import io.tgr.trending.language.Language;
import io.tgr.trending.language.Languages;

/**
 * {@code GET /?n=&l=}, the workshop's endpoint: GitHub's own JSON of the most starred
 * repositories of a language, unchanged.
 */
@Component
class MostStarredHandler {

	private final Languages languages;

	private final Discovery discovery;

	private final RepoDetails details;

	private final AnswerEncoder encoder;

	private final AnswerProperties properties;

	private final Clock clock;

	MostStarredHandler(Languages languages, Discovery discovery, RepoDetails details, AnswerEncoder encoder,
			AnswerProperties properties, Clock clock) {
		this.languages = languages;
		this.discovery = discovery;
		this.details = details;
		this.encoder = encoder;
		this.properties = properties;
		this.clock = clock;
	}

	Mono<ServerResponse> mostStarred(ServerRequest request) {
		try {
			UnknownParameters.refuse(request, Set.of("n", "l"));
			QueryParameters parameters = new QueryParameters(request.queryParams());
			int count = required("n", "a whole number from 1 to 100", parameters.number("n", 1, 100)).intValue();
			Language language = this.languages.require("l", required("l", "a language by GitHub's name or alias",
					parameters.single("l", "a language by GitHub's name or alias")));
			return answer(language, count).flatMap((answer) -> reply(request, answer));
		}
		catch (InvalidParameterException ex) {
			return refusal(request, ex);
		}
	}

	private Mono<RawAnswer> answer(Language language, int count) {
		return this.discovery.mostStarred(language.name(), count)
			.timeout(this.properties.coldTimeout())
			.flatMap(this::repositories)
			.onErrorResume((failure) -> Mono.just(RawAnswer.failed(failure)));
	}

	private Mono<RawAnswer> repositories(List<String> names) {
		return Flux.fromIterable(names)
			.flatMapSequential(
					(name) -> this.details.raw(name)
						.map(RawAnswer::of)
						.onErrorResume((failure) -> Mono.just(RawAnswer.failed(failure))),
					this.properties.rawConcurrency())
			.take(this.properties.detailsTimeout())
			.reduce(RawAnswer.none(), RawAnswer::plus)
			.map((answer) -> answer.of(names.size()));
	}

	private Mono<ServerResponse> reply(ServerRequest request, RawAnswer answer) {
		EncodedAnswer encoded = this.encoder.encode(answer.json(), Duration.ZERO);
		Throwable failure = answer.failure();
		if (answer.anything() || failure == null) {
			return encoded.reply(request);
		}
		Problem problem = Problem.of(Failures.unavailable(failure, this.clock));
		long seconds = Objects.requireNonNullElse(problem.retryAfterSeconds(), 30L);
		return encoded.unavailable(seconds);
	}

	private static Mono<ServerResponse> refusal(ServerRequest request, InvalidParameterException ex) {
		Problem problem = Problem.of(ex);
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("type", problem.type());
		body.put("title", problem.title());
		body.put("status", problem.status());
		body.put("detail", problem.detail());
		body.put("instance", request.path());
		body.put("parameter", ex.parameter());
		body.put("value", ex.value());
		body.put("allowed", ex.allowed());
		body.put("nearest", ex.nearest());
		body.put("error", "Please provide 'n' and 'l' parameters");
		return ServerResponse.badRequest().contentType(MediaType.APPLICATION_PROBLEM_JSON).bodyValue(body);
	}

	private static <T> T required(String name, String allowed, T value) {
		if (value == null) {
			throw new InvalidParameterException(name, null, allowed, List.of());
		}
		return value;
	}

}
