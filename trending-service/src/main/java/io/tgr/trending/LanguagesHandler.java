package io.tgr.trending;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import io.tgr.common.web.KnownParameters;
import io.tgr.trending.language.Languages;
import io.tgr.trending.pool.CandidatePool;
import io.tgr.trending.ranking.RankingProperties;
import io.tgr.trending.ranking.SharedRuns;

/**
 * {@code GET /languages}: the shape of the old trending API, and how many repositories of
 * each are tracked; encoded once for what is known.
 */
@Component
class LanguagesHandler {

	private final Languages languages;

	private final CandidatePool pool;

	private final AnswerEncoder encoder;

	private final Scheduler scheduler;

	private final Duration maxLag;

	private final SharedRuns<Boolean, EncodedAnswer> runs = new SharedRuns<>();

	private volatile Known known = new Known(-1, 0, Mono.empty());

	LanguagesHandler(Languages languages, CandidatePool pool, AnswerEncoder encoder, Scheduler rankingScheduler,
			RankingProperties properties) {
		this.languages = languages;
		this.pool = pool;
		this.encoder = encoder;
		this.scheduler = rankingScheduler;
		this.maxLag = properties.maxLag();
	}

	@Operation(operationId = "languages", summary = "Languages that can be asked for")
	@ApiResponse(responseCode = "200", description = "All of GitHub's languages by name",
			content = @Content(mediaType = "application/json",
					array = @ArraySchema(schema = @Schema(implementation = LanguageItem.class))))
	Mono<ServerResponse> languages(ServerRequest request) {
		KnownParameters.require(request, Set.of());
		return current().flatMap(EncodedAnswer::reply);
	}

	private Mono<EncodedAnswer> current() {
		Known last = this.known;
		boolean same = last.version() == this.pool.version(null);
		return (same || last.version() >= 0 && System.nanoTime() - last.at() < this.maxLag.toNanos()) ? last.answer()
				: this.runs.join(true, Mono.fromSupplier(this::encode).subscribeOn(this.scheduler));
	}

	private EncodedAnswer encode() {
		long version = this.pool.version(null);
		EncodedAnswer answer = this.encoder.encode(items(), Duration.ZERO);
		this.known = new Known(version, System.nanoTime(), Mono.just(answer));
		return answer;
	}

	private List<LanguageItem> items() {
		return this.languages.all()
			.stream()
			.map((language) -> new LanguageItem(language.urlParam(), language.name(), this.pool.size(language.name())))
			.toList();
	}

	private record Known(long version, long at, Mono<EncodedAnswer> answer) {
	}

	/**
	 * A language that can be asked for.
	 *
	 * @param urlParam what to put behind {@code language=}, encoded
	 * @param name GitHub's name
	 * @param candidates repositories tracked
	 */
	record LanguageItem(String urlParam, String name, int candidates) {

	}

}
