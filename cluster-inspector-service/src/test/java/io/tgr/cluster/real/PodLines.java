package io.tgr.cluster.real;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;

/**
 * The cells of pods, by namespace and name, as different sources tell them.
 */
final class PodLines {

	private PodLines() {
	}

	/**
	 * What the API server prints.
	 * @param table its answer as a table, metadata included
	 * @return the cells
	 */
	static Map<String, List<String>> ofServer(JsonNode table) {
		Map<String, List<String>> lines = new TreeMap<>();
		for (JsonNode row : table.get("rows")) {
			List<String> cells = new ArrayList<>();
			row.get("cells").forEach((cell) -> cells.add(cell.asString()));
			lines.put(row.at("/object/metadata/namespace").asString() + "/" + cells.get(0), cells);
		}
		return lines;
	}

	/**
	 * What a table of text says, whose columns begin where their headings do.
	 * @param text the table
	 * @return the cells
	 */
	static Map<String, List<String>> ofText(String text) {
		List<String> all = text.lines().toList();
		List<Integer> starts = starts(all.get(0));
		Map<String, List<String>> lines = new TreeMap<>();
		for (String line : all.subList(1, all.size())) {
			List<String> cells = new ArrayList<>();
			for (int i = 0; i < starts.size(); i++) {
				int end = (i + 1 < starts.size()) ? starts.get(i + 1) : line.length();
				cells.add(line.substring(starts.get(i), end).stripTrailing());
			}
			lines.put(cells.get(0) + "/" + cells.get(1), cells.subList(1, cells.size()));
		}
		return lines;
	}

	/**
	 * What rows say.
	 * @param items the rows
	 * @return the cells
	 */
	static Map<String, List<String>> ofRows(JsonNode items) {
		Map<String, List<String>> lines = new TreeMap<>();
		for (JsonNode row : items) {
			lines.put(row.get("namespace").asString() + "/" + row.get("name").asString(), ofRow(row));
		}
		return lines;
	}

	static List<String> ofRow(JsonNode row) {
		return List.of(row.get("name").asString(), row.get("ready").asString(), row.get("status").asString(),
				row.get("restartsText").asString(), row.get("age").asString(), cell(row, "ip"), cell(row, "node"),
				cell(row, "nominatedNode"), cell(row, "readinessGates"));
	}

	private static String cell(JsonNode row, String member) {
		return row.get(member).asString("<none>");
	}

	private static List<Integer> starts(String heading) {
		List<Integer> starts = new ArrayList<>();
		for (int i = 0; i < heading.length(); i++) {
			boolean gap = i < 2 || heading.startsWith("  ", i - 2);
			if (heading.charAt(i) != ' ' && gap && (i == 0 || heading.charAt(i - 1) == ' ')) {
				starts.add(i);
			}
		}
		return starts;
	}

}
