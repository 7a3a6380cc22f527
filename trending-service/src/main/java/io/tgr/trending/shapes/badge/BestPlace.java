package io.tgr.trending.shapes.badge;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.tgr.trending.RepositoryAnswer;

/**
 * The place that a repository would boast of: the smallest rank, that among all languages
 * before that in its own, and that of a day before that of a month.
 *
 * @param rank the place from 1
 * @param language the language it is a place in, {@code null} for all
 * @param window the window
 * @param day the window's last day
 */
record BestPlace(int rank, @Nullable String language, String window, LocalDate day) {

	/**
	 * Who is further behind is not trending: no list shows more rows.
	 */
	static final int LAST = 100;

	static @Nullable BestPlace of(RepositoryAnswer answer, BadgeQuery query) {
		List<BestPlace> places = answer.items()
			.stream()
			.filter((standing) -> query.wants(standing.window()))
			.flatMap((standing) -> Stream.of(overall(standing, query), own(standing, answer.language(), query))
				.flatMap(Stream::ofNullable))
			.filter((place) -> place.rank() <= LAST)
			.toList();
		return places.stream()
			.min(Comparator.comparingInt(BestPlace::rank).thenComparing((place) -> place.language() != null))
			.orElse(null);
	}

	private static @Nullable BestPlace overall(RepositoryAnswer.Standing standing, BadgeQuery query) {
		return (query.wantsOverall()) ? of(standing, standing.overall(), null) : null;
	}

	private static @Nullable BestPlace own(RepositoryAnswer.Standing standing, @Nullable String language,
			BadgeQuery query) {
		return (language != null && query.wantsIn(language)) ? of(standing, standing.inLanguage(), language) : null;
	}

	private static @Nullable BestPlace of(RepositoryAnswer.Standing standing, RepositoryAnswer.@Nullable Place place,
			@Nullable String language) {
		Integer rank = (place != null) ? place.rank() : null;
		return (rank != null) ? new BestPlace(rank, language, standing.window(), standing.to()) : null;
	}

	String text() {
		String when = switch (this.window) {
			case "weekly" -> "this week";
			case "monthly" -> "this month";
			default -> "today";
		};
		return "#%d %s%s".formatted(this.rank, (this.language != null) ? this.language + " " : "", when);
	}

}
