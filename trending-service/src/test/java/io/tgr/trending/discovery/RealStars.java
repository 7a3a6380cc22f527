package io.tgr.trending.discovery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import io.tgr.trending.pool.StarHistory;
import io.tgr.trending.pool.TrackedRepository;

/**
 * The stars that repositories really had on the last days of the data, read from the raw
 * files.
 */
final class RealStars {

	private static final int LAST_DAYS = 8;

	private final Map<String, int[]> stars = new HashMap<>();

	RealStars() throws IOException {
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(
				new GZIPInputStream(getClass().getResourceAsStream("/io/tgr/sandbox/github/catalogue/stars.csv.gz")),
				StandardCharsets.UTF_8))) {
			lines.lines().skip(1).forEach(this::read);
		}
	}

	/**
	 * The share of the true top 25 that has been measured, equals of the 25th counted as
	 * one of them.
	 */
	double recall(List<TrackedRepository> known, int window) {
		List<Integer> truth = known.stream()
			.filter(this::isReal)
			.map((repository) -> gained(repository, window))
			.filter((gained) -> gained > 0)
			.sorted(Comparator.reverseOrder())
			.limit(25)
			.toList();
		int threshold = truth.get(truth.size() - 1);
		long found = known.stream()
			.filter(this::isReal)
			.filter((repository) -> repository.history() != null)
			.sorted(Comparator.comparingInt((repository) -> -measured(repository.history(), window)))
			.limit(25)
			.filter((repository) -> gained(repository, window) >= threshold)
			.count();
		return found / (double) truth.size();
	}

	boolean isReal(TrackedRepository repository) {
		return this.stars.containsKey(key(repository));
	}

	int gained(TrackedRepository repository, int window) {
		int[] days = this.stars.get(key(repository));
		int last = LAST_DAYS - 1;
		int lowest = days[last];
		for (int day = last - window; day < last; day++) {
			lowest = Math.min(lowest, days[day]);
		}
		return days[last] - lowest;
	}

	private void read(String line) {
		String[] cells = line.split(",", -1);
		int[] days = new int[LAST_DAYS];
		for (int day = 0; day < LAST_DAYS; day++) {
			String cell = cells[cells.length - LAST_DAYS + day];
			if (cell.isEmpty()) {
				return;
			}
			days[day] = Integer.parseInt(cell);
		}
		this.stars.put(cells[0].toLowerCase(Locale.ROOT), days);
	}

	private static int measured(StarHistory history, int window) {
		List<Integer> days = history.days();
		return days.subList(days.size() - window, days.size()).stream().mapToInt(Integer::intValue).sum();
	}

	private static String key(TrackedRepository repository) {
		return repository.candidate().fullName().toLowerCase(Locale.ROOT);
	}

}
