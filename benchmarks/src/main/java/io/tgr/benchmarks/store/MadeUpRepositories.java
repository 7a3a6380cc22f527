package io.tgr.benchmarks.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.tgr.trending.pool.Candidate;
import io.tgr.trending.pool.StarHistory;

/**
 * Repositories that nobody has, with names, texts and stars as long as real ones have
 * them: descriptions of about 60 characters, few stars on most days.
 */
final class MadeUpRepositories {

	static final List<String> LANGUAGES = List.of("Python", "JavaScript", "TypeScript", "Java", "Go", "Rust", "C++",
			"C#", "PHP", "Ruby");

	private static final int DAYS = 90;

	private static final int MOST_DESCRIPTION = 110;

	private final Random random = new Random(1);

	private final Instant now;

	MadeUpRepositories(Instant now) {
		this.now = now.truncatedTo(ChronoUnit.SECONDS);
	}

	Candidate candidate(int number) {
		String fullName = letters(6 + this.random.nextInt(8)) + "/" + letters(6 + this.random.nextInt(12)) + number;
		List<String> topics = IntStream.range(0, this.random.nextInt(8))
			.mapToObj((topic) -> "topic-" + this.random.nextInt(3000))
			.distinct()
			.toList();
		Instant createdAt = this.now.minus(DAYS + this.random.nextInt(3000), ChronoUnit.DAYS);
		return new Candidate(1_000_000L + number, fullName, "https://github.com/" + fullName,
				letters(10 + this.random.nextInt(MOST_DESCRIPTION)), LANGUAGES.get(number % LANGUAGES.size()), topics,
				"MIT", createdAt, this.now.minus(this.random.nextInt(40), ChronoUnit.DAYS),
				50L + (long) (Math.exp(this.random.nextDouble() * 8)), this.random.nextInt(500), this.now);
	}

	StarHistory history() {
		List<Integer> days = new ArrayList<>(DAYS);
		double usual = Math.exp(this.random.nextDouble() * 5 - 2);
		for (int day = 0; day < DAYS; day++) {
			days.add((int) (usual * -Math.log(1 - this.random.nextDouble())));
		}
		LocalDate today = LocalDate.ofInstant(this.now, ZoneOffset.UTC);
		return new StarHistory(today.minusDays(DAYS), days, this.random.nextInt(5), this.now, 1_000L);
	}

	/**
	 * What a search showed on each of the days.
	 * @param candidates the repositories as they are now
	 * @return the pages, oldest first
	 */
	Stream<List<Candidate>> sightings(List<Candidate> candidates) {
		return IntStream.rangeClosed(0, DAYS).mapToObj((day) -> {
			Instant seenAt = this.now.minus(DAYS - day, ChronoUnit.DAYS);
			return candidates.stream().map((candidate) -> seen(candidate, seenAt, DAYS - day)).toList();
		});
	}

	private static Candidate seen(Candidate now, Instant seenAt, int daysAgo) {
		return new Candidate(now.id(), now.fullName(), now.url(), now.description(), now.language(), now.topics(),
				now.license(), now.createdAt(), now.pushedAt(), now.stars() - Math.min(now.stars(), daysAgo),
				now.forks(), seenAt);
	}

	private String letters(int count) {
		return this.random.ints(count, 'a', 'z' + 1)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

}
