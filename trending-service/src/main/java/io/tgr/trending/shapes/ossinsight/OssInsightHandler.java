package io.tgr.trending.shapes.ossinsight;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.trending.AnswerEncoder;
import io.tgr.trending.Answers;
import io.tgr.trending.EncodedAnswer;
import io.tgr.trending.TrendingQuery;
import io.tgr.trending.language.Languages;
import io.tgr.trending.ranking.RankingKey;
import io.tgr.trending.ranking.Window;
import io.tgr.trending.shapes.IgnoredParameters;
import io.tgr.trending.shapes.LenientParameters;

/**
 * {@code GET /v1/trends/repos}, as OSS Insight had it.
 */
@Component
class OssInsightHandler {

	private static final String PERIOD = "period";

	private static final String LANGUAGE = "language";

	private static final String THREE_MONTHS = "past_3_months";

	private static final List<String> PERIODS = List.of("past_24_hours", "past_week", "past_month", THREE_MONTHS);

	private static final Map<String, Window> WINDOWS = Map.of("past_24_hours", Window.DAILY, "past_week", Window.WEEKLY,
			"past_month", Window.MONTHLY);

	private final Answers answers;

	private final Languages languages;

	private final IgnoredParameters ignored;

	private final OssInsightShape shape;

	private final EncodedAnswer nothing;

	OssInsightHandler(Answers answers, Languages languages, IgnoredParameters ignored, AnswerEncoder encoder,
			JsonMapper json) {
		this.answers = answers;
		this.languages = languages;
		this.ignored = ignored;
		this.shape = new OssInsightShape(json);
		this.nothing = encoder.encode(
				this.shape.nothing("%s is not known here, past_month at most".formatted(THREE_MONTHS)),
				MediaType.APPLICATION_JSON, Duration.ZERO);
	}

	@Operation(operationId = "ossInsightTrends", summary = "What is trending, in the shape of OSS Insight's trends")
	@Parameter(in = ParameterIn.QUERY, name = PERIOD,
			description = "How far to look back: 1, 7 or 30 days; past_3_months: no rows, since it is not known here",
			schema = @Schema(type = "string",
					allowableValues = { "past_24_hours", "past_week", "past_month", THREE_MONTHS },
					defaultValue = "past_24_hours"))
	@Parameter(in = ParameterIn.QUERY, name = LANGUAGE, description = "GitHub's name of a language; All: all",
			schema = @Schema(type = "string", defaultValue = "All", example = "Java"))
	@ApiResponse(responseCode = "200", description = "The best 100, under data.rows",
			headers = @Header(name = IgnoredParameters.HEADER, description = "Parameters that made no difference",
					schema = @Schema(type = "string")),
			content = @Content(mediaType = "application/json", schema = @Schema(implementation = SqlAnswer.class)))
	Mono<ServerResponse> repositories(ServerRequest request) {
		LenientParameters parameters = new LenientParameters(request);
		String period = parameters.choice(PERIOD, PERIODS, PERIODS.get(0));
		List<String> names = languages(parameters.text(LANGUAGE, "All or one language, see /languages"));
		Set<String> others = new TreeSet<>(parameters.others(Set.of(PERIOD, LANGUAGE)));
		Window window = WINDOWS.get(period);
		if (window == null) {
			others.add(PERIOD);
		}
		HttpHeaders headers = this.ignored.note("ossinsight", others, Set.of(PERIOD));
		return answer(names, window).flatMap((answer) -> answer.reply(headers));
	}

	private Mono<EncodedAnswer> answer(List<String> languages, @Nullable Window window) {
		return (window != null)
				? this.answers
					.answer(TrendingQuery.top(new RankingKey(languages, window), OssInsightShape.ROWS, this.shape))
				: Mono.just(this.nothing);
	}

	private List<String> languages(@Nullable String language) {
		return (language == null || language.equalsIgnoreCase("All")) ? List.of()
				: List.of(this.languages.require(language).name());
	}

}
