package io.tgr.trending.shapes.trendingapi;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.trending.AnswerShape;
import io.tgr.trending.Answers;
import io.tgr.trending.TrendingQuery;
import io.tgr.trending.language.Languages;
import io.tgr.trending.ranking.RankingKey;
import io.tgr.trending.ranking.Window;
import io.tgr.trending.shapes.IgnoredParameters;
import io.tgr.trending.shapes.LenientParameters;

/**
 * {@code GET /repositories}, as the old github-trending-api had it.
 */
@Component
class TrendingApiHandler {

	// As many as the page has that the old service read.
	private static final int ROWS = 25;

	private static final String LANGUAGE = "language";

	private static final String SINCE = "since";

	private static final String SPOKEN_LANGUAGE = "spoken_language_code";

	private static final List<String> WINDOWS = Arrays.stream(Window.values()).map(Window::id).toList();

	private final Answers answers;

	private final Languages languages;

	private final IgnoredParameters ignored;

	private final AnswerShape shape;

	TrendingApiHandler(Answers answers, Languages languages, IgnoredParameters ignored, JsonMapper json) {
		this.answers = answers;
		this.languages = languages;
		this.ignored = ignored;
		this.shape = new TrendingApiShape(json, languages);
	}

	@Operation(operationId = "trendingApiRepositories",
			summary = "What is trending, in the shape of the old github-trending-api")
	@Parameter(in = ParameterIn.QUERY, name = LANGUAGE, description = "urlParam of /languages, or a name; empty: all",
			schema = @Schema(type = "string", example = "java"))
	@Parameter(in = ParameterIn.QUERY, name = SINCE, description = "How far to look back: 1, 7 or 30 days",
			schema = @Schema(type = "string", allowableValues = { "daily", "weekly", "monthly" },
					defaultValue = "daily"))
	@Parameter(in = ParameterIn.QUERY, name = SPOKEN_LANGUAGE,
			description = "Makes no difference: what people speak is not known here", schema = @Schema(type = "string"))
	@ApiResponse(responseCode = "200", description = "The best 25",
			headers = @Header(name = IgnoredParameters.HEADER, description = "Parameters that made no difference",
					schema = @Schema(type = "string")),
			content = @Content(mediaType = "application/json",
					array = @ArraySchema(schema = @Schema(implementation = TrendingRepository.class))))
	Mono<ServerResponse> repositories(ServerRequest request) {
		LenientParameters parameters = new LenientParameters(request);
		TrendingQuery query = query(parameters);
		HttpHeaders headers = this.ignored.note("github-trending-api", parameters.others(Set.of(LANGUAGE, SINCE)),
				Set.of(SPOKEN_LANGUAGE));
		return this.answers.answer(query).flatMap((answer) -> answer.reply(headers));
	}

	private TrendingQuery query(LenientParameters parameters) {
		String since = parameters.choice(SINCE, WINDOWS, Window.DAILY.id());
		String language = parameters.text(LANGUAGE, "one language, see /languages");
		List<String> names = (language != null) ? List.of(this.languages.require(language).name()) : List.of();
		return TrendingQuery.top(new RankingKey(names, Window.valueOf(since.toUpperCase(Locale.ROOT))), ROWS,
				this.shape);
	}

}
