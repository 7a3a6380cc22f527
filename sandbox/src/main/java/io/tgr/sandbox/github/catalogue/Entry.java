package io.tgr.sandbox.github.catalogue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * All that is known or derived of one repository, on the days of the data.
 *
 * @param id the synthetic id
 * @param names its names
 * @param row what the sources say
 * @param seed where the derived facts come from
 * @param createdAt when it was created
 * @param pushedAt the last push
 * @param license the licence
 * @param topics the topics
 * @param stars the stars a day
 */
record Entry(long id, Names names, RepositoryRow row, Seed seed, Instant createdAt, Instant pushedAt,
		@Nullable License license, List<String> topics, StarSeries stars) {

	static Entry of(long id, Names names, RepositoryRow row, KnownStars known, List<String> topics) {
		Seed seed = Seed.of(row.fullName());
		Instant created = CreationRule.createdAt(row, known, seed);
		int createdDay = (int) created.atZone(ZoneOffset.UTC).toLocalDate().toEpochDay();
		return new Entry(id, names, row, seed, created, pushed(row, seed, created), Licenses.of(row, seed), topics,
				new StarSeries(createdDay, known.first(), known.values()));
	}

	// A repository on a trending page is at work: pushed to within the last three days.
	private static Instant pushed(RepositoryRow row, Seed seed, Instant created) {
		if (row.pushedAt() != null) {
			return row.pushedAt();
		}
		Instant derived = row.asOf()
			.atStartOfDay(ZoneOffset.UTC)
			.toInstant()
			.minusSeconds(seed.between("pushed seconds ago", 0, 3 * 86_400));
		return derived.isBefore(created) ? created : derived;
	}

}
