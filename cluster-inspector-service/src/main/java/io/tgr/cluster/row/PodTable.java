package io.tgr.cluster.row;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.tgr.cluster.pod.PodCells;
import io.tgr.cluster.pod.PodRow;

/**
 * Prints pods as {@code kubectl get pods -A -o wide} does.
 */
public final class PodTable {

	private static final int LEAST_WIDTH = 6;

	private static final int GAP = 3;

	private PodTable() {
	}

	/**
	 * Prints.
	 * @param rows the pods
	 * @param now the time from which ages are counted
	 * @return the lines
	 */
	public static String of(List<PodRow> rows, Instant now) {
		if (rows.isEmpty()) {
			return "No resources found\n";
		}
		List<List<String>> lines = new ArrayList<>(rows.size() + 1);
		lines.add(PodCells.COLUMNS);
		rows.forEach((row) -> lines.add(PodCells.of(row, now).all()));
		return print(lines);
	}

	private static String print(List<List<String>> lines) {
		int[] widths = widths(lines);
		StringBuilder text = new StringBuilder(lines.size() * 160);
		for (List<String> line : lines) {
			for (int i = 0; i < widths.length; i++) {
				text.append(line.get(i)).append(" ".repeat(widths[i] - length(line.get(i))));
			}
			text.append(line.get(widths.length)).append('\n');
		}
		return text.toString();
	}

	// Of all columns but the last, which is not filled up.
	private static int[] widths(List<List<String>> lines) {
		int[] widths = new int[PodCells.COLUMNS.size() - 1];
		for (int i = 0; i < widths.length; i++) {
			int column = i;
			int longest = lines.stream().mapToInt((line) -> length(line.get(column))).max().orElse(0);
			widths[i] = Math.max(LEAST_WIDTH, longest + GAP);
		}
		return widths;
	}

	private static int length(String cell) {
		return cell.codePointCount(0, cell.length());
	}

}
