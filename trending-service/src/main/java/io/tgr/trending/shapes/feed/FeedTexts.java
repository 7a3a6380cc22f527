package io.tgr.trending.shapes.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import io.tgr.trending.TrendingAnswer;
import io.tgr.trending.TrendingRow;
import io.tgr.trending.shapes.XmlText;

/**
 * What feeds say, whatever they are written in. All times are those of the data.
 */
final class FeedTexts {

	private FeedTexts() {
	}

	static String title(TrendingAnswer answer) {
		String languages = (answer.language().isEmpty()) ? "all languages" : String.join(", ", answer.language());
		String order = (answer.sort().equals("score")) ? "" : ", by " + answer.sort();
		return "Trending on GitHub: %s, %s%s".formatted(languages, answer.window(), order);
	}

	static String subtitle(TrendingAnswer answer) {
		String days = (answer.from().equals(answer.to())) ? answer.to().toString()
				: "%s to %s".formatted(answer.from(), answer.to());
		String stale = (answer.stale() != null)
				? " Older than it should be since %s: %s.".formatted(answer.stale().since(), answer.stale().reason())
				: "";
		String missing = (answer.complete() || answer.coverage().missing().isEmpty()) ? ""
				: " Not complete: %s.".formatted(String.join(", ", answer.coverage().missing()));
		return "Stars gained on %s, as of %s, from %s.%s%s".formatted(days, updated(answer).toInstant(),
				answer.source(), stale, missing);
	}

	static String html(TrendingAnswer answer, TrendingRow row) {
		String description = XmlText.escaped(row.description());
		String said = (description.isEmpty()) ? "" : "<p>%s</p>".formatted(description);
		String figures = Stream
			.of("#%d".formatted(row.rank()), "%s stars gained %s".formatted(number(row.gained()), span(answer)),
					"%s stars".formatted(number(row.stars())), "%s forks".formatted(number(row.forks())),
					row.language(), row.license())
			.filter(Objects::nonNull)
			.map(XmlText::escaped)
			.reduce((one, other) -> one + " · " + other)
			.orElse("");
		return "%s<p>%s</p>".formatted(said, figures);
	}

	// When the figures of the window were complete.
	static Date windowEnd(TrendingAnswer answer) {
		return Date.from(answer.to().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
	}

	static Date updated(TrendingAnswer answer) {
		Instant asOf = answer.asOf();
		return (asOf != null) ? Date.from(asOf) : windowEnd(answer);
	}

	private static String span(TrendingAnswer answer) {
		return (answer.from().equals(answer.to())) ? "in a day"
				: "in %d days".formatted(answer.to().toEpochDay() - answer.from().toEpochDay() + 1);
	}

	private static String number(long number) {
		return String.format(Locale.ROOT, "%,d", number);
	}

}
