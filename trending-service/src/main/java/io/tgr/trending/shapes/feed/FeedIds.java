package io.tgr.trending.shapes.feed;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;

import io.tgr.trending.TrendingAnswer;
import io.tgr.trending.TrendingQuery;
import io.tgr.trending.TrendingRow;

/**
 * Names feeds and entries by tag URIs (RFC 4151). A repository is told once for a day, an
 * ISO week or a month, as the window is long: a reader does not show it again each time
 * that its figures change, and not twice if two feeds have it.
 */
final class FeedIds {

	private final String prefix;

	FeedIds(String authority) {
		this.prefix = "tag:" + authority + ",2026:trending/";
	}

	String feed(TrendingQuery query) {
		return this.prefix + "feed?" + query.text();
	}

	String entry(TrendingAnswer answer, TrendingRow row) {
		return this.prefix + answer.window() + "/" + span(answer) + "/" + row.id();
	}

	private static String span(TrendingAnswer answer) {
		LocalDate day = answer.to();
		return switch (answer.window()) {
			case "weekly" ->
				"%d-W%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
			case "monthly" -> YearMonth.from(day).toString();
			default -> day.toString();
		};
	}

}
