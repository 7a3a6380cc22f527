package io.tgr.trending;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table, read by a parser of others.
 */
class CsvTests extends ShapedAnswers {

	@Test
	void itsLinesAreTheRows() throws IOException {
		List<CSVRecord> lines = read("/trending.csv?language=java&window=weekly&limit=100");
		JsonNode rows = this.client.get("/trending?language=java&window=weekly&limit=100").get("items");
		assertThat(lines).hasSize(rows.size());
		for (int i = 0; i < rows.size(); i++) {
			CSVRecord line = lines.get(i);
			JsonNode row = rows.get(i);
			for (String column : List.of("rank", "fullName", "url", "createdAt", "stars", "forks", "gained", "today",
					"score")) {
				assertThat(line.get(column)).as(column).isEqualTo(row.get(column).asString());
			}
			assertThat(line.get("language")).isEqualTo("Java");
			assertThat(line.get("to")).isEqualTo("2026-11-21");
			assertThat(line.get("asOf")).isEqualTo("2026-11-22T04:00:00Z");
			assertThat(line.get("complete")).isEqualTo("true");
			assertThat(line.get("stale")).isEmpty();
		}
	}

	@Test
	void noTextIsAFormula() throws IOException {
		add(1, "o/1", "+1-800", 1_000);
		add(2, "o/2", "@SUM(A1)", 1_000);
		add(3, "o/3", "-2+3", 1_000);
		add(4, "o/4", "\t=1", 1_000);
		add(5, "o/5", "a \"quoted\", and comma", 1_000);
		List<CSVRecord> lines = read("/trending.csv?language=java&limit=6");
		assertThat(lines).extracting((line) -> line.get("description"))
			.containsExactlyInAnyOrder("'+1-800", "'@SUM(A1)", "'-2+3", "'=1", "a \"quoted\", and comma",
					"'=cmd|' /C calc'!A0 <b>\"bold\"</b> & [31m? end\ud83e\udd80 ]]> café, next line \uffff");
	}

	@Test
	void itSaysWhatIsWanting() throws IOException {
		incomplete();
		assertSaysThatItIsWanting(headers("/trending.csv?language=java"));
		CSVRecord first = read("/trending.csv?language=java").get(0);
		assertThat(first.get("complete")).isEqualTo("false");
		assertThat(first.get("missing")).isEqualTo("quota");
		assertThat(first.get("stale")).isEqualTo("quota");
	}

	@Test
	void withoutRowsThereIsAHeader() {
		assertThat(text("/trending.csv?language=java&minStars=1000000")).startsWith("rank,previousRank,fullName,")
			.endsWith(",stale\r\n");
	}

	private List<CSVRecord> read(String path) throws IOException {
		return CSVFormat.RFC4180.builder()
			.setHeader()
			.setSkipHeaderRecord(true)
			.get()
			.parse(new StringReader(text(path)))
			.getRecords();
	}

}
