package io.tgr.sandbox.github.catalogue;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The stars a day exactly as the file has them, read without the code under test. */
final class RawStars {

	private final List<LocalDate> days;

	private final Map<String, String[]> rows = new LinkedHashMap<>();

	RawStars() {
		List<String> lines = Resources.lines("stars.csv.gz");
		this.days = List.of(lines.get(0).split(",")).stream().skip(2).map(LocalDate::parse).toList();
		lines.stream().skip(1).map((line) -> line.split(",", -1)).forEach((row) -> this.rows.put(row[0], row));
	}

	LocalDate lastDay() {
		return this.days.get(this.days.size() - 1);
	}

	/** Repositories listed on every one of the last days. */
	List<String> listedOnTheLast(int count) {
		return this.rows.keySet().stream().filter((name) -> listed(name, count)).toList();
	}

	int stars(String name, LocalDate day) {
		return Integer.parseInt(row(name)[2 + this.days.indexOf(day)]);
	}

	int lowest(String name, LocalDate from, LocalDate to) {
		return from.datesUntil(to.plusDays(1)).mapToInt((day) -> stars(name, day)).min().orElseThrow();
	}

	private boolean listed(String name, int count) {
		String[] row = row(name);
		for (int index = row.length - count; index < row.length; index++) {
			if (row[index].isEmpty()) {
				return false;
			}
		}
		return true;
	}

	private String[] row(String name) {
		return Objects.requireNonNull(this.rows.get(name), name);
	}

}
