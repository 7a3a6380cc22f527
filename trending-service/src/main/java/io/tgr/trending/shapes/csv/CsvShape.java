package io.tgr.trending.shapes.csv;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

import io.tgr.trending.AnswerShape;
import io.tgr.trending.Shortcomings;
import io.tgr.trending.TrendingAnswer;
import io.tgr.trending.TrendingQuery;
import io.tgr.trending.TrendingRow;

/**
 * A ranking as comma-separated values (RFC 4180). A text that a spreadsheet would take
 * for a formula is preceded by an apostrophe.
 */
final class CsvShape implements AnswerShape {

	static final MediaType TYPE = MediaType.parseMediaType("text/csv;charset=UTF-8;header=present");

	private static final List<String> COLUMNS = List.of("rank", "previousRank", "fullName", "url", "description",
			"language", "topics", "license", "createdAt", "stars", "forks", "gained", "today", "growth", "score",
			"suspicions", "window", "from", "to", "asOf", "complete", "missing", "stale");

	private static final Pattern CONTROL = Pattern.compile("\\s*\\p{Cntrl}+\\s*");

	private static final String FORMULA = "=+-@";

	@Override
	public MediaType type() {
		return TYPE;
	}

	@Override
	public void describe(TrendingAnswer answer, HttpHeaders headers) {
		Shortcomings.describe(answer, headers);
	}

	@Override
	public byte[] write(TrendingQuery query, TrendingAnswer answer) {
		StringWriter target = new StringWriter();
		CsvWriter lines = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).bufferSize(0).build(target);
		lines.writeRecord(COLUMNS);
		answer.items().forEach((row) -> lines.writeRecord(cells(answer, row)));
		return target.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static List<@Nullable String> cells(TrendingAnswer answer, TrendingRow row) {
		return Arrays.asList(string(row.rank()), string(row.previousRank()), text(row.fullName()), text(row.url()),
				text(row.description()), text(row.language()), text(String.join(" ", row.topics())),
				text(row.license()), string(row.createdAt()), string(row.stars()), string(row.forks()),
				string(row.gained()), string(row.today()), string(row.growth()), string(row.score()),
				String.join(" ", row.explain().suspicions()), answer.window(), string(answer.from()),
				string(answer.to()), string(answer.asOf()), string(answer.complete()),
				(answer.complete()) ? null : String.join(" ", answer.coverage().missing()),
				(answer.stale() != null) ? answer.stale().reason() : null);
	}

	private static @Nullable String text(@Nullable String text) {
		if (text == null) {
			return null;
		}
		String line = CONTROL.matcher(text).replaceAll(" ").strip();
		return (!line.isEmpty() && FORMULA.indexOf(line.charAt(0)) >= 0) ? "'" + line : line;
	}

	private static @Nullable String string(@Nullable Object value) {
		return (value != null) ? value.toString() : null;
	}

}
