package io.tgr.trending.discovery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.trending.pool.StarHistory;
import io.tgr.trending.pool.TrackedRepository;

/**
 * The stars that repositories really had on the last days of the data, read from the raw
 * files.
 */
final class RealStars {

	private static final int LAST_DAYS = 8;

	private final Map<String, int[]> stars = new HashMap<>();

	private final Map<String, String> languages = new HashMap<>();

	RealStars() throws IOException {
		try (BufferedReader lines = open("stars.csv.gz")) {
			lines.lines().skip(1).forEach(this::read);
		}
		JsonMapper json = JsonMapper.builder().build();
		try (BufferedReader lines = open("repositories.ndjson.gz")) {
			lines.lines()
				.map(json::readTree)
				.forEach((line) -> this.languages.put(line.path("full_name").asString().toLowerCase(Locale.ROOT),
						line.path("language").asString("")));
		}
	}

	private BufferedReader open(String file) throws IOException {
		InputStream input = getClass().getResourceAsStream("/io/tgr/sandbox/github/catalogue/" + file);
		return new BufferedReader(new InputStreamReader(new GZIPInputStream(input), StandardCharsets.UTF_8));
	}

	/**
	 * The share of the true top 25 that has been measured, equals of the 25th counted as
	 * one of them.
	 */
	double recall(@Nullable String language, List<TrackedRepository> known, int window) {
		List<Integer> truth = this.stars.keySet()
			.stream()
			.filter((name) -> language == null || language.equalsIgnoreCase(this.languages.get(name)))
			.map((name) -> gained(name, window))
			.filter((gained) -> gained > 0)
			.sorted(Comparator.reverseOrder())
			.limit(25)
			.toList();
		if (truth.isEmpty()) {
			return 1;
		}
		int threshold = truth.get(truth.size() - 1);
		long found = known.stream()
			.filter(this::isReal)
			.filter((repository) -> repository.history() != null)
			.sorted(Comparator.comparingInt((repository) -> -measured(repository.history(), window)))
			.limit(25)
			.filter((repository) -> gained(key(repository), window) >= threshold)
			.count();
		return found / (double) truth.size();
	}

	private boolean isReal(TrackedRepository repository) {
		return this.stars.containsKey(key(repository));
	}

	private int gained(String name, int window) {
		int[] days = Objects.requireNonNull(this.stars.get(name));
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

	private static int measured(@Nullable StarHistory history, int window) {
		if (history == null) {
			return 0;
		}
		List<Integer> days = history.days();
		return days.subList(days.size() - window, days.size()).stream().mapToInt(Integer::intValue).sum();
	}

	private static String key(TrackedRepository repository) {
		return repository.candidate().fullName().toLowerCase(Locale.ROOT);
	}

}
