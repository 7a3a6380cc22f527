package io.tgr.benchmarks.ranking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.trending.pool.Candidate;

/**
 * A new repository as a list of the most starred ones last showed it, and what a person
 * who read its name, description and topics said of it.
 *
 * @param sighting what a search would have shown
 * @param verdict {@code spam}, {@code good}, or empty if nobody judged it
 * @param aloneOfItsOwner whether no other repository of its owner is in the data
 */
record JudgedRepository(Sighting sighting, String verdict, boolean aloneOfItsOwner) {

	Candidate candidate() {
		return this.sighting.candidate();
	}

	static List<JudgedRepository> all() {
		Map<String, String> verdicts = new HashMap<>();
		PackedLines.of(PackedLines.HERE + "judged.csv")
			.stream()
			.skip(1)
			.map((line) -> line.split(",", 3))
			.forEach((cells) -> verdicts.put(cells[0].toLowerCase(Locale.ROOT), cells[1]));
		Map<String, String[]> sightings = new HashMap<>();
		PackedLines.of(PackedLines.HERE + "new_repositories.csv.gz")
			.stream()
			.skip(1)
			.map((line) -> line.split(",", -1))
			.forEach((cells) -> sightings.merge(cells[3].toLowerCase(Locale.ROOT), cells,
					(one, other) -> (one[0].compareTo(other[0]) > 0) ? one : other));
		JsonMapper mapper = JsonMapper.builder().build();
		List<JsonNode> facts = PackedLines.of(PackedLines.CATALOGUE + "repositories.ndjson.gz")
			.stream()
			.map(mapper::readTree)
			.toList();
		Map<String, Integer> owned = new HashMap<>();
		facts.forEach((fact) -> owned.merge(owner(name(fact)), 1, Integer::sum));
		List<JudgedRepository> judged = new ArrayList<>();
		for (JsonNode fact : facts) {
			String name = name(fact);
			String[] sighting = sightings.get(name);
			if (sighting != null) {
				judged.add(new JudgedRepository(new Sighting(candidate(fact, sighting), LocalDate.parse(sighting[0])),
						verdicts.getOrDefault(name, ""), owned.getOrDefault(owner(name), 0) == 1));
			}
		}
		return judged;
	}

	private static Candidate candidate(JsonNode fact, String[] sighting) {
		List<String> topics = fact.path("topics").valueStream().map(JsonNode::asString).toList();
		String license = fact.path("license").asString("");
		return new Candidate(sighting[3].hashCode(), sighting[3], "https://github.com/" + sighting[3],
				fact.path("description").asString(""), sighting[4], topics, (license.isEmpty()) ? null : license,
				Instant.parse(sighting[8]), Instant.parse(sighting[9]), Long.parseLong(sighting[5]),
				Long.parseLong(sighting[6]), Instant.parse(sighting[10]));
	}

	private static String name(JsonNode fact) {
		return fact.path("full_name").asString().toLowerCase(Locale.ROOT);
	}

	private static String owner(String name) {
		return name.substring(0, name.indexOf('/'));
	}

}
