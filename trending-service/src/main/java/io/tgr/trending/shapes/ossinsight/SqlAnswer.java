package io.tgr.trending.shapes.ossinsight;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An answer of OSS Insight's data service.
 *
 * @param type always {@code sql_endpoint}
 * @param data the table
 */
record SqlAnswer(String type, Data data) {

	/**
	 * A table.
	 *
	 * @param columns its columns
	 * @param rows its rows, every value a string
	 * @param result how the question went
	 */
	record Data(List<Column> columns, List<Map<String, String>> rows, Result result) {

	}

	/**
	 * A column.
	 *
	 * @param col its name
	 * @param dataType its type in the database of OSS Insight
	 * @param nullable whether values may be wanting, as an empty string
	 */
	record Column(String col, @JsonProperty("data_type") String dataType, boolean nullable) {

	}

	/**
	 * How the question went. Times are those of the figures.
	 *
	 * @param code a status
	 * @param message what there is to say
	 * @param startMs when the oldest figure was asked for
	 * @param endMs the same
	 * @param latency always {@code 0ms}
	 * @param rowCount how many rows there are
	 * @param rowAffect always 0
	 * @param limit rows at most
	 * @param databases always {@code tgr}
	 */
	record Result(int code, String message, @JsonProperty("start_ms") long startMs, @JsonProperty("end_ms") long endMs,
			String latency, @JsonProperty("row_count") int rowCount, @JsonProperty("row_affect") int rowAffect,
			int limit, List<String> databases) {

	}

}
