package io.tgr.trending.shapes.trendingapi;

import java.net.URI;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.trending.AnswerShape;
import io.tgr.trending.Shortcomings;
import io.tgr.trending.TrendingAnswer;
import io.tgr.trending.TrendingQuery;
import io.tgr.trending.TrendingRow;
import io.tgr.trending.language.Language;
import io.tgr.trending.language.Languages;

/**
 * A ranking as the old github-trending-api told it: an array of repositories.
 */
final class TrendingApiShape implements AnswerShape {

	private final JsonMapper json;

	private final Languages languages;

	TrendingApiShape(JsonMapper json, Languages languages) {
		this.json = json;
		this.languages = languages;
	}

	@Override
	public MediaType type() {
		return MediaType.APPLICATION_JSON;
	}

	@Override
	public void describe(TrendingAnswer answer, HttpHeaders headers) {
		Shortcomings.describe(answer, headers);
	}

	@Override
	public byte[] write(TrendingQuery query, TrendingAnswer answer) {
		return this.json.writeValueAsBytes(answer.items().stream().map(this::repository).toList());
	}

	private TrendingRepository repository(TrendingRow row) {
		int slash = row.fullName().indexOf('/');
		String author = row.fullName().substring(0, slash);
		String avatar = URI.create(row.url()).resolve("/" + author + ".png").toString();
		return new TrendingRepository(author, row.fullName().substring(slash + 1), avatar, row.url(),
				Objects.requireNonNullElse(row.description(), ""), row.language(), color(row.language()), row.stars(),
				row.forks(), row.gained(), List.of());
	}

	private @Nullable String color(@Nullable String name) {
		Language language = (name != null) ? this.languages.known(name) : null;
		return (language != null) ? language.color() : null;
	}

}
