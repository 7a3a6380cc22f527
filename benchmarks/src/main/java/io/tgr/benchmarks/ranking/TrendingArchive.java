package io.tgr.benchmarks.ranking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * The pages of github.com/trending, daily, as they were seen between one and three
 * o'clock UTC: the page of a day looks back on the days before it.
 */
final class TrendingArchive {

	/**
	 * The page of all languages.
	 */
	static final String ALL = "";

	private final Map<Page, List<Entry>> pages = new HashMap<>();

	private TrendingArchive() {
	}

	static TrendingArchive read() {
		TrendingArchive archive = new TrendingArchive();
		PackedLines.of(PackedLines.HERE + "trending_archive.csv.gz").stream().skip(1).forEach(archive::add);
		archive.pages.values().forEach((entries) -> entries.sort((one, other) -> one.rank() - other.rank()));
		return archive;
	}

	Collection<String> languages() {
		Collection<String> languages = new TreeSet<>();
		this.pages.keySet().forEach((page) -> languages.add(page.language()));
		return languages;
	}

	Collection<LocalDate> days() {
		Collection<LocalDate> days = new TreeSet<>();
		this.pages.keySet().forEach((page) -> days.add(page.day()));
		return days;
	}

	List<Entry> page(LocalDate day, String language) {
		return this.pages.getOrDefault(new Page(day, language), List.of());
	}

	private void add(String line) {
		String[] cells = line.split(",", -1);
		this.pages.computeIfAbsent(new Page(LocalDate.parse(cells[0]), cells[2]), (absent) -> new ArrayList<>())
			.add(new Entry(Integer.parseInt(cells[3]), cells[4].toLowerCase(Locale.ROOT), number(cells[5]),
					number(cells[6]), number(cells[7])));
	}

	private static int number(String cell) {
		return (cell.isEmpty()) ? -1 : Integer.parseInt(cell);
	}

	/**
	 * A row of a page.
	 *
	 * @param rank its place, from 1
	 * @param name the repository, in lower case
	 * @param stars its stars, -1 if the archive does not have them
	 * @param today the stars it calls today's, -1 if the archive does not have them
	 * @param forks its forks, -1 if the archive does not have them
	 */
	record Entry(int rank, String name, int stars, int today, int forks) {

	}

	private record Page(LocalDate day, String language) {
	}

}
