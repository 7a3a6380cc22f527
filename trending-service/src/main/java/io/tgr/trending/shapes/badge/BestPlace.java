package io.tgr.trending.shapes.badge;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.tgr.trending.PresentPlace;
import io.tgr.trending.RepositoryAnswer.Place;
import io.tgr.trending.ranking.Period;

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

	static @Nullable BestPlace of(List<PresentPlace> places, @Nullable String language, BadgeQuery query) {
		return places.stream()
			.filter((place) -> query.wants(place.ranking().period().window().id()))
			.flatMap((place) -> Stream.of(overall(place, query), own(place, language, query))
				.flatMap(Stream::ofNullable))
			.filter((place) -> place.rank() <= LAST)
			.min(Comparator.comparingInt(BestPlace::rank).thenComparing((place) -> place.language() != null))
			.orElse(null);
	}

	private static @Nullable BestPlace overall(PresentPlace place, BadgeQuery query) {
		return (query.wantsOverall()) ? of(place, place.overall(), null) : null;
	}

	private static @Nullable BestPlace own(PresentPlace place, @Nullable String language, BadgeQuery query) {
		return (language != null && query.wantsIn(language)) ? of(place, place.inLanguage(), language) : null;
	}

	private static @Nullable BestPlace of(PresentPlace present, @Nullable Place place, @Nullable String language) {
		Integer rank = (place != null) ? place.rank() : null;
		Period period = present.ranking().period();
		return (rank != null) ? new BestPlace(rank, language, period.window().id(), period.to()) : null;
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
