package io.tgr.benchmarks.ranking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.trending.pool.Candidate;
import io.tgr.trending.pool.StarHistory;
import io.tgr.trending.pool.TrackedRepository;

/**
 * What was known of repositories on a day of the past: their stars were counted each day
 * at about four o'clock UTC, so the difference to the day before is taken for the stars
 * of that day before. Forks of the day are not known, and none is said to be suspicious
 * for having few.
 */
final class PastStars {

	private static final int MOST_DAYS = 40;

	private static final int LONGEST_GAP = 4;

	private final LocalDate first;

	private final Map<String, int[]> counts = new HashMap<>();

	private final Map<String, Facts> facts = new HashMap<>();

	private PastStars(LocalDate first) {
		this.first = first;
	}

	static PastStars read() {
		List<String> lines = PackedLines.of(PackedLines.CATALOGUE + "stars.csv.gz");
		PastStars stars = new PastStars(LocalDate.parse(lines.get(0).split(",")[2]));
		lines.stream().skip(1).forEach(stars::add);
		JsonMapper mapper = JsonMapper.builder().build();
		PackedLines.of(PackedLines.CATALOGUE + "repositories.ndjson.gz")
			.stream()
			.map(mapper::readTree)
			.forEach(stars::add);
		return stars;
	}

	LocalDate first() {
		return this.first;
	}

	/**
	 * The repositories as the service would have known them on a day.
	 * @param day the day
	 * @return those whose stars were counted on that day and before, by name
	 */
	List<TrackedRepository> on(LocalDate day) {
		return this.counts.keySet()
			.stream()
			.sorted()
			.map((name) -> tracked(name, day))
			.filter(Objects::nonNull)
			.toList();
	}

	/**
	 * Stars gained from a day on.
	 * @param name a repository, in lower case
	 * @param day the first day
	 * @param days how many days
	 * @return the stars, -1 if nobody counted
	 */
	int gainedFrom(String name, LocalDate day, int days) {
		int[] counted = this.counts.getOrDefault(name, new int[0]);
		int begin = index(day);
		int end = begin + days;
		return (end < counted.length && counted[begin] >= 0 && counted[end] >= 0)
				? Math.max(0, counted[end] - counted[begin]) : -1;
	}

	private @Nullable TrackedRepository tracked(String name, LocalDate day) {
		int[] counted = Objects.requireNonNull(this.counts.get(name));
		int end = index(day);
		if (counted[end] < 0) {
			return null;
		}
		List<Integer> gained = new ArrayList<>();
		int at = end;
		while (at > 0 && gained.size() < MOST_DAYS) {
			int before = before(counted, at);
			if (before < 0) {
				break;
			}
			int change = Math.max(0, counted[at] - counted[before]);
			for (int step = 0; step < at - before; step++) {
				gained.add(0, change * (at - before - step) / (at - before)
						- change * (at - before - step - 1) / (at - before));
			}
			at = before;
		}
		return (gained.isEmpty()) ? null : tracked(name, day, counted[end], gained);
	}

	private TrackedRepository tracked(String name, LocalDate day, int stars, List<Integer> gained) {
		Instant now = day.atTime(4, 0).toInstant(ZoneOffset.UTC);
		Facts known = facts(name);
		return new TrackedRepository(
				new Candidate(name.hashCode(), name, "https://github.com/" + name, null, known.language(), List.of(),
						null, known.createdAt(), null, stars, stars, now),
				new StarHistory(day.minusDays(gained.size()), gained, 0, now));
	}

	private static int before(int[] counted, int at) {
		for (int day = at - 1; day >= Math.max(0, at - LONGEST_GAP); day--) {
			if (counted[day] >= 0) {
				return day;
			}
		}
		return -1;
	}

	private int index(LocalDate day) {
		return (int) (day.toEpochDay() - this.first.toEpochDay());
	}

	private Facts facts(String name) {
		return this.facts.getOrDefault(name, new Facts(null, Instant.EPOCH));
	}

	private void add(String line) {
		String[] cells = line.split(",", -1);
		int[] counted = new int[cells.length - 2];
		for (int day = 0; day < counted.length; day++) {
			counted[day] = (cells[day + 2].isEmpty()) ? -1 : Integer.parseInt(cells[day + 2]);
		}
		this.counts.put(cells[0].toLowerCase(Locale.ROOT), counted);
	}

	private void add(JsonNode repository) {
		String language = repository.path("language").asString("");
		String created = repository.path("created_at").asString("");
		this.facts.put(repository.path("full_name").asString().toLowerCase(Locale.ROOT), new Facts(
				(language.isEmpty()) ? null : language, (created.isEmpty()) ? Instant.EPOCH : Instant.parse(created)));
	}

	// Those without a date of creation in the data count as old: their stars say so.
	private record Facts(@Nullable String language, Instant createdAt) {
	}

}
