package io.tgr.sandbox.github.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Reads {@code stars.csv.gz}: real stars a day of some thousand repositories. */
final class StarTable {

	private static final int UNKNOWN = -1;

	private final int firstDay;

	private final int days;

	private final Map<String, KnownStars> rows = new HashMap<>(8192);

	private StarTable(String header) {
		String[] columns = header.split(",");
		this.firstDay = (int) LocalDate.parse(columns[2]).toEpochDay();
		this.days = columns.length - 2;
	}

	static StarTable read() {
		try (BufferedReader reader = new BufferedReader(
				new InputStreamReader(Resources.open("stars.csv.gz"), StandardCharsets.UTF_8), 1 << 16)) {
			StarTable table = new StarTable(reader.readLine());
			reader.lines().forEach(table::add);
			return table;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read the stars a day", ex);
		}
	}

	// The newest day of the data, in days since the epoch.
	int lastDay() {
		return this.firstDay + this.days - 1;
	}

	@Nullable KnownStars find(String fullName) {
		return this.rows.get(fullName);
	}

	private void add(String line) {
		int name = line.indexOf(',');
		int[] cells = cells(line, line.indexOf(',', name + 1) + 1);
		int first = 0;
		while (cells[first] == UNKNOWN) {
			first++;
		}
		int last = first;
		for (int index = first + 1; index < cells.length; index++) {
			if (cells[index] != UNKNOWN) {
				KnownStars.fill(cells, last, index);
				last = index;
			}
		}
		this.rows.put(line.substring(0, name),
				new KnownStars(this.firstDay + first, Arrays.copyOfRange(cells, first, last + 1)));
	}

	private int[] cells(String line, int start) {
		int[] cells = new int[this.days];
		int column = 0;
		int value = UNKNOWN;
		for (int index = start; index < line.length(); index++) {
			char next = line.charAt(index);
			if (next == ',') {
				cells[column++] = value;
				value = UNKNOWN;
			}
			else {
				value = Math.max(value, 0) * 10 + (next - '0');
			}
		}
		cells[column] = value;
		return cells;
	}

}
