package io.tgr.benchmarks.cluster;

/**
 * What came out, as Markdown.
 */
final class Report {

	void line(String format, Object... values) {
		System.out.printf(format + "%n", values);
	}

	void table(String... columns) {
		System.out.println("\n| " + String.join(" | ", columns) + " |");
		System.out.println("|" + " --- |".repeat(columns.length));
	}

	void row(String name, Latencies latencies) {
		System.out.printf("| %s | %d | %.1f | %.1f |%n", name, latencies.count(), latencies.median(), latencies.p99());
	}

}
