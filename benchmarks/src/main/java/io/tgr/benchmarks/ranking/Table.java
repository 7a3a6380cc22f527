package io.tgr.benchmarks.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * A table in Markdown.
 */
final class Table {

	private final List<String> lines = new ArrayList<>();

	Table(String first, List<String> columns) {
		this.lines.add("| " + first + " | " + String.join(" | ", columns) + " |");
		this.lines.add("| --- |" + " --- |".repeat(columns.size()));
	}

	void row(String name, List<String> cells) {
		this.lines.add("| " + name + " | " + String.join(" | ", cells) + " |");
	}

	void row(String name, DoubleStream values) {
		row(name, values.mapToObj(Table::text).toList());
	}

	void print() {
		this.lines.forEach(System.out::println);
	}

	static String text(double value) {
		return (Double.isNaN(value)) ? "-" : String.format(Locale.ROOT, "%.3f", value);
	}

}
