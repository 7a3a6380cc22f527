package io.tgr.trending.shapes.ossinsight;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.trending.AnswerShape;
import io.tgr.trending.Shortcomings;
import io.tgr.trending.TrendingAnswer;
import io.tgr.trending.TrendingQuery;
import io.tgr.trending.TrendingRow;
import io.tgr.trending.shapes.ossinsight.SqlAnswer.Column;

/**
 * A ranking as OSS Insight told it: the result of a query, all values strings, and an
 * empty one for what is not known here.
 */
final class OssInsightShape implements AnswerShape {

	static final int ROWS = 100;

	private static final String UNKNOWN = "";

	private static final List<Column> COLUMNS = List.of(new Column("repo_id", "INT", true),
			new Column("repo_name", "VARCHAR", true), new Column("primary_language", "VARCHAR", true),
			new Column("description", "VARCHAR", true), new Column("stars", "INT", true),
			new Column("forks", "INT", true), new Column("pull_requests", "INT", true),
			new Column("pushes", "INT", true), new Column("total_score", "DOUBLE", true),
			new Column("contributor_logins", "VARCHAR", true), new Column("collection_names", "VARCHAR", true));

	private final JsonMapper json;

	OssInsightShape(JsonMapper json) {
		this.json = json;
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
		Instant asOf = Objects.requireNonNullElse(answer.asOf(), Instant.EPOCH);
		return write(answer.items().stream().map(OssInsightShape::row).toList(), "Query OK!", asOf);
	}

	byte[] nothing(String message) {
		return write(List.of(), message, Instant.EPOCH);
	}

	private byte[] write(List<Map<String, String>> rows, String message, Instant asOf) {
		SqlAnswer.Result result = new SqlAnswer.Result(200, message, asOf.toEpochMilli(), asOf.toEpochMilli(), "0ms",
				rows.size(), 0, ROWS, List.of("tgr"));
		return this.json.writeValueAsBytes(new SqlAnswer("sql_endpoint", new SqlAnswer.Data(COLUMNS, rows, result)));
	}

	private static Map<String, String> row(TrendingRow row) {
		Map<String, String> cells = new LinkedHashMap<>();
		COLUMNS.forEach((column) -> cells.put(column.col(), UNKNOWN));
		cells.put("repo_id", Long.toString(row.id()));
		cells.put("repo_name", row.fullName());
		cells.put("primary_language", Objects.requireNonNullElse(row.language(), UNKNOWN));
		cells.put("description", Objects.requireNonNullElse(row.description(), UNKNOWN));
		cells.put("stars", Long.toString(row.gained()));
		cells.put("total_score", Double.toString(row.score()));
		return cells;
	}

}
