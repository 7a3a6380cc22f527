package io.tgr.trending;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;

import io.tgr.common.web.InvalidParameterException;
import io.tgr.common.web.KnownParameters;
import io.tgr.common.web.QueryParameters;
import io.tgr.trending.language.Language;
import io.tgr.trending.language.Languages;
import io.tgr.trending.ranking.RankingKey;
import io.tgr.trending.ranking.Sort;
import io.tgr.trending.ranking.Window;

/**
 * Reads what {@code GET /trending} asks for; a query string met before is not read again.
 */
@Component
public final class TrendingQueries {

	static final int MAX_LIMIT = 100;

	static final int DEFAULT_LIMIT = 25;

	static final int MAX_LANGUAGES = 10;

	private static final String DETAILS = "details";

	private static final String DATE = "date";

	private static final Set<String> KNOWN = Set.of("language", "window", "sort", "limit", "offset", "minStars",
			"maxStars", "topic", "license", "createdAfter", DETAILS, DATE, "new");

	private static final Set<String> WITHOUT_DETAILS = without(KNOWN, DETAILS);

	private static final Set<String> OF_THE_PRESENT = without(WITHOUT_DETAILS, DATE);

	private static final List<String> WINDOWS = Arrays.stream(Window.values()).map(Window::id).toList();

	private static final List<String> SORTS = Arrays.stream(Sort.values()).map(Sort::id).toList();

	private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,49}");

	private static final Pattern LICENSE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+-]{0,63}");

	private static final int MAX_CHARACTERS = 1_000_000;

	private final Languages languages;

	private final JsonShape json;

	private final Cache<String, TrendingQuery> known = Caffeine.newBuilder()
		.maximumWeight(MAX_CHARACTERS)
		.weigher((String raw, TrendingQuery query) -> raw.length() + 100)
		.build();

	TrendingQueries(Languages languages, JsonShape json) {
		this.languages = languages;
		this.json = json;
	}

	@Nullable TrendingQuery known(URI uri) {
		String raw = uri.getRawQuery();
		return this.known.getIfPresent((raw != null) ? raw : "");
	}

	TrendingQuery of(ServerRequest request) {
		TrendingQuery query = known(request.uri());
		if (query == null) {
			query = read(request);
			String raw = request.uri().getRawQuery();
			this.known.put((raw != null) ? raw : "", query);
		}
		return query;
	}

	/**
	 * Reads what is asked for in some other shape than that of {@code /trending} itself.
	 * @param request the request
	 * @param shape what the answer looks like
	 * @return the question
	 */
	public TrendingQuery of(ServerRequest request, AnswerShape shape) {
		if (request.queryParam(DETAILS).isPresent()) {
			KnownParameters.require(request, WITHOUT_DETAILS);
		}
		return of(request).as(shape);
	}

	/**
	 * Reads what somebody wants to follow: a past day does not change.
	 * @param request the request
	 * @param shape what the answers look like
	 * @return the question
	 */
	public TrendingQuery ofPresent(ServerRequest request, AnswerShape shape) {
		if (request.queryParam(DATE).isPresent()) {
			KnownParameters.require(request, OF_THE_PRESENT);
		}
		return of(request, shape);
	}

	private static Set<String> without(Set<String> names, String one) {
		return names.stream().filter((name) -> !name.equals(one)).collect(Collectors.toUnmodifiableSet());
	}

	private TrendingQuery read(ServerRequest request) {
		KnownParameters.require(request, KNOWN);
		QueryParameters parameters = new QueryParameters(request.queryParams());
		List<String> given = parameters.all("language");
		if (given.size() > MAX_LANGUAGES) {
			throw new InvalidParameterException("language", "%d of them".formatted(given.size()),
					"at most %d languages".formatted(MAX_LANGUAGES), List.of());
		}
		List<String> names = given.stream().map(this.languages::require).map(Language::name).toList();
		String window = parameters.choice("window", WINDOWS, Window.DAILY.id());
		String sort = parameters.choice("sort", SORTS, Sort.SCORE.id());
		return new TrendingQuery(
				new RankingKey(names, Window.valueOf(window.toUpperCase(Locale.ROOT)), date(parameters)),
				Sort.valueOf(sort.toUpperCase(Locale.ROOT)), parameters.number("limit", 1, MAX_LIMIT, DEFAULT_LIMIT),
				parameters.number("offset", 0, Integer.MAX_VALUE, 0), filter(parameters),
				parameters.choice(DETAILS, List.of("true", "false"), "false").equals("true"), this.json);
	}

	private static Filter filter(QueryParameters parameters) {
		Long minStars = parameters.number("minStars", 0, Long.MAX_VALUE);
		Long maxStars = parameters.number("maxStars", 0, Long.MAX_VALUE);
		if (minStars != null && maxStars != null && minStars > maxStars) {
			throw new InvalidParameterException("minStars", minStars.toString(),
					"at most maxStars, which is %d".formatted(maxStars), List.of());
		}
		return new Filter(minStars, maxStars,
				lower(parameters.matching("topic", TOPIC, "a topic: letters, digits and hyphens")),
				lower(parameters.matching("license", LICENSE, "an SPDX id such as MIT or Apache-2.0")),
				createdAfter(parameters), parameters.choice("new", List.of("true", "false"), "false").equals("true"));
	}

	private static @Nullable LocalDate date(QueryParameters parameters) {
		String allowed = "a day such as 2026-01-31, before today (UTC)";
		String value = parameters.single(DATE, allowed);
		try {
			return (value != null) ? LocalDate.parse(value) : null;
		}
		catch (DateTimeException ex) {
			throw new InvalidParameterException(DATE, value, allowed, List.of());
		}
	}

	private static @Nullable String lower(@Nullable String value) {
		return (value != null) ? value.toLowerCase(Locale.ROOT) : null;
	}

	private static @Nullable Instant createdAfter(QueryParameters parameters) {
		String name = "createdAfter";
		String allowed = "a date such as 2026-01-31 (from 00:00 UTC) or a time such as 2026-01-31T12:00:00Z";
		String value = parameters.single(name, allowed);
		if (value == null) {
			return null;
		}
		try {
			return (value.indexOf('T') < 0) ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
					: Instant.parse(value);
		}
		catch (DateTimeException ex) {
			throw new InvalidParameterException(name, value, allowed, List.of());
		}
	}

}
