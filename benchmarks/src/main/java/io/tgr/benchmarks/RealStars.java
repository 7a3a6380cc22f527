package io.tgr.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real stars per day, read from the raw data and not through the sandbox, so that
 * what is measured does not measure itself.
 */
final class RealStars {

	private static final String DATA = "/io/tgr/sandbox/github/catalogue/";

	private final Map<String, StarSeries> series;

	private RealStars(Map<String, StarSeries> series) {
		this.series = series;
	}

	/**
	 * Reads the data.
	 * @return the stars up to the newest day
	 */
	static RealStars load() throws IOException {
		Map<String, String> languages = new HashMap<>();
		JsonMapper mapper = JsonMapper.builder().build();
		try (BufferedReader lines = open("repositories.ndjson.gz")) {
			lines.lines()
				.map(mapper::readTree)
				.filter((node) -> node.path("language").isString())
				.forEach((node) -> languages.put(key(node.path("full_name").asString()),
						node.path("language").asString()));
		}
		try (BufferedReader lines = open("stars.csv.gz")) {
			return new RealStars(lines.lines()
				.skip(1)
				.map((line) -> line.split(",", -1))
				.collect(Collectors.toMap((cells) -> key(cells[0]),
						(cells) -> StarSeries.of(cells, languages.get(key(cells[0]))))));
		}
	}

	/**
	 * What was known earlier.
	 * @param daysBack how many of the newest days to leave out
	 * @return the stars up to the newest day left
	 */
	RealStars before(int daysBack) {
		Map<String, StarSeries> earlier = new HashMap<>();
		this.series.forEach((name, one) -> earlier.put(name, one.before(daysBack)));
		return new RealStars(earlier);
	}

	/**
	 * The repositories that gained most, by what the data says.
	 * @param language a language's name, {@code null} for all
	 * @param days how many days the window spans
	 * @param count how many at most
	 * @return the gain that the last of them has, at least 1, and how many they are
	 */
	Top top(@Nullable String language, int days, int count) {
		List<Integer> gains = this.series.values()
			.stream()
			.filter((one) -> language == null || language.equals(one.language()))
			.filter((one) -> one.knows(days))
			.map((one) -> one.gained(days))
			.filter((gain) -> gain > 0)
			.sorted(Comparator.reverseOrder())
			.limit(count)
			.toList();
		return gains.isEmpty() ? new Top(1, 0) : new Top(gains.get(gains.size() - 1), gains.size());
	}

	boolean isMeasured(String fullName, int days) {
		StarSeries one = this.series.get(key(fullName));
		return one != null && one.knows(days);
	}

	int gained(String fullName, int days) {
		StarSeries one = this.series.get(key(fullName));
		return (one != null) ? one.gained(days) : 0;
	}

	List<String> mostCommonLanguages(int count) {
		Map<String, Long> counts = this.series.values()
			.stream()
			.map(StarSeries::language)
			.filter((language) -> language != null)
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
		return counts.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
			.limit(count)
			.map(Map.Entry::getKey)
			.toList();
	}

	private static String key(String fullName) {
		return fullName.toLowerCase(Locale.ROOT);
	}

	private static BufferedReader open(String name) {
		InputStream resource = RealStars.class.getResourceAsStream(DATA + name);
		if (resource == null) {
			throw new IllegalStateException(DATA + name + " is not on the class path");
		}
		try {
			return new BufferedReader(new InputStreamReader(new GZIPInputStream(resource), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The best of a language and window.
	 *
	 * @param threshold stars gained by the last of them
	 * @param size how many they are
	 */
	record Top(int threshold, int size) {

	}

}
