package io.tgr.trending.shapes.badge;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

import io.tgr.trending.AnswerEncoder;
import io.tgr.trending.EncodedAnswer;
import io.tgr.trending.PresentPlaces;
import io.tgr.trending.language.Languages;
import io.tgr.trending.pool.Candidate;
import io.tgr.trending.pool.CandidatePool;
import io.tgr.trending.pool.TrackedRepository;

/**
 * {@code GET /trending/{owner}/{name}/badge.svg}. It is a picture whatever happens to the
 * repository: proxies of images show no picture for an error.
 */
@Component
class BadgeHandler {

	static final MediaType SVG = new MediaType("image", "svg+xml");

	private static final int MOST_KEPT = 2_000;

	private final CandidatePool pool;

	private final PresentPlaces places;

	private final Languages languages;

	private final AnswerEncoder encoder;

	private final MeterRegistry meters;

	private final Duration maxAge;

	private final Cache<BadgeQuery, EncodedAnswer> kept;

	BadgeHandler(CandidatePool pool, PresentPlaces places, Languages languages, AnswerEncoder encoder,
			MeterRegistry meters, BadgeProperties properties) {
		this.pool = pool;
		this.places = places;
		this.languages = languages;
		this.encoder = encoder;
		this.meters = meters;
		this.maxAge = properties.maxAge();
		this.kept = Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(properties.keep()).build();
	}

	@Operation(operationId = "badge", summary = "Where one repository stands, as a badge to embed",
			description = "Its best place, or the best of those asked for. A repository that is not among the first 100, or not tracked, has a grey badge that says so.")
	@Parameter(in = ParameterIn.PATH, name = "owner", description = "Who it belongs to", required = true,
			schema = @Schema(type = "string"))
	@Parameter(in = ParameterIn.PATH, name = "name", description = "Its name", required = true,
			schema = @Schema(type = "string"))
	@Parameter(in = ParameterIn.QUERY, name = "window", description = "Only the place in this window",
			schema = @Schema(type = "string", allowableValues = { "daily", "weekly", "monthly" }))
	@Parameter(in = ParameterIn.QUERY, name = "language",
			description = "Only the place among all languages (all), or in this one",
			schema = @Schema(type = "string", example = "java"))
	@ApiResponse(responseCode = "200", description = "The badge",
			content = @Content(mediaType = "image/svg+xml", schema = @Schema(type = "string")))
	Mono<ServerResponse> badge(ServerRequest request) {
		String fullName = request.pathVariable("owner") + "/" + request.pathVariable("name");
		BadgeQuery query = BadgeQuery.of(request, fullName, this.languages);
		EncodedAnswer known = this.kept.getIfPresent(query);
		return ((known != null) ? Mono.just(known) : drawn(query, fullName)).flatMap(EncodedAnswer::reply);
	}

	private Mono<EncodedAnswer> drawn(BadgeQuery query, String fullName) {
		TrackedRepository repository = find(fullName);
		if (repository == null) {
			return Mono.just(encoded("untracked", Badge.notTracked(fullName)));
		}
		Candidate candidate = repository.candidate();
		return this.places.of(candidate).map((places) -> {
			BestPlace place = BestPlace.of(places, candidate.language(), query);
			return (place != null) ? encoded("ranked", Badge.of(candidate.fullName(), place))
					: encoded("unranked", Badge.notTrending(candidate.fullName()));
		}).doOnNext((badge) -> this.kept.put(query, badge));
	}

	private EncodedAnswer encoded(String outcome, Badge badge) {
		this.meters.counter("tgr.trending.badges", "outcome", outcome).increment();
		return this.encoder.encode(BadgeDrawing.of(badge), SVG, this.maxAge);
	}

	private @Nullable TrackedRepository find(String fullName) {
		TrackedRepository repository = this.pool.find(fullName);
		return (repository != null) ? repository : this.pool.findFormer(fullName);
	}

}
