package io.tgr.benchmarks.ranking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.trending.pool.Candidate;
import io.tgr.trending.ranking.RankedRepository;
import io.tgr.trending.ranking.Ranker;

/**
 * How often a suspicion falls on repositories that are taken to be good: those among the
 * most starred of a language or topic, and those that GitHub's page showed.
 */
final class FalseAlarms {

	private final Ranker ranker;

	private final Set<String> bursting = new HashSet<>();

	private final Set<String> known = new HashSet<>();

	private long rows;

	private long bursts;

	FalseAlarms(Ranker ranker) {
		this.ranker = ranker;
	}

	/**
	 * Counts bursts of all languages together.
	 * @param day a day of the past
	 */
	void add(PastDay day) {
		if (!day.language().equals(TrendingArchive.ALL)) {
			return;
		}
		for (RankedRepository row : day.rows()) {
			this.rows++;
			this.known.add(row.candidate().fullName());
			if (this.ranker.explain(row).suspicions().contains("burst")) {
				this.bursts++;
				this.bursting.add(row.candidate().fullName());
			}
		}
	}

	void print(TrendingArchive archive) {
		System.out.println("\nMost starred of a language or topic: `burst` on " + this.bursts + " of " + this.rows
				+ " repositories and days, which are " + this.bursting.size() + " of " + this.known.size()
				+ " repositories.");
		print("Most starred of a language or topic, by the facts of a later day", mostStarred(), this.known.size());
		Collection<String> accused = new TreeSet<>();
		Set<String> shown = new HashSet<>();
		archive.days()
			.forEach((day) -> archive.languages()
				.forEach((language) -> archive.page(day, language)
					.stream()
					.filter((entry) -> entry.stars() >= 0 && entry.forks() >= 0)
					.filter((entry) -> shown.add(entry.name())
							&& !sighting(entry, day).suspicions(this.ranker).isEmpty())
					.forEach((entry) -> accused.add(entry.name()))));
		print("Shown by GitHub's page, by the forks of that day and its name", accused, shown.size());
	}

	private static void print(String which, Collection<String> accused, int of) {
		System.out.println("\n" + which + ": any suspicion on " + accused.size() + " of " + of + ": "
				+ String.join(", ", accused) + ".");
	}

	private Collection<String> mostStarred() {
		Collection<String> accused = new TreeSet<>();
		JsonMapper mapper = JsonMapper.builder().build();
		PackedLines.of(PackedLines.CATALOGUE + "repositories.ndjson.gz")
			.stream()
			.map(mapper::readTree)
			.map(FalseAlarms::sighting)
			.filter((sighting) -> this.known.contains(sighting.candidate().fullName()))
			.filter((sighting) -> !sighting.suspicions(this.ranker).isEmpty())
			.forEach((sighting) -> accused.add(sighting.candidate().fullName()));
		return accused;
	}

	private static Sighting sighting(JsonNode fact) {
		LocalDate day = LocalDate.parse(fact.path("as_of").asString());
		String name = fact.path("full_name").asString().toLowerCase(Locale.ROOT);
		return new Sighting(new Candidate(1, name, name, fact.path("description").asString(""), null,
				fact.path("topics").valueStream().map(JsonNode::asString).toList(), null,
				Instant.parse(fact.path("created_at").asString(Instant.EPOCH.toString())),
				Instant.parse(fact.path("pushed_at").asString(noon(day).toString())), fact.path("stars").asLong(0),
				fact.path("forks").asLong(0), noon(day)), day);
	}

	// As young as can be, so that a word in its name counts.
	private static Sighting sighting(TrendingArchive.Entry entry, LocalDate day) {
		return new Sighting(new Candidate(1, entry.name(), entry.name(), null, null, List.of(), null,
				noon(day.minusDays(2)), null, entry.stars(), entry.forks(), noon(day)), day);
	}

	private static Instant noon(LocalDate day) {
		return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
	}

}
