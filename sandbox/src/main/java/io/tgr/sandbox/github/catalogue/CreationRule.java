package io.tgr.sandbox.github.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * When a repository was created, for those whose date the sources do not have.
 * <p>
 * A repository with a series is as old as its stars need at the pace of the series, give
 * or take; others are younger the fewer stars they have. Always before anything that is
 * known of it.
 */
final class CreationRule {

	private static final int LAUNCH_OF_GITHUB = (int) LocalDate.of(2008, 4, 10).toEpochDay();

	private static final int OLDEST = 5_500;

	private static final int DAY = 86_400;

	private CreationRule() {
	}

	static Instant createdAt(RepositoryRow row, KnownStars stars, Seed seed) {
		if (row.createdAt() != null) {
			return row.createdAt();
		}
		int latest = latestPossible(row, stars) - 1 - (int) seed.between("quiet days", 0, 20);
		int created = Math.max(LAUNCH_OF_GITHUB + (int) seed.between("launch", 0, 300),
				Math.min(latest, stars.first() - age(stars, seed)));
		return Instant.ofEpochSecond((long) created * DAY + seed.between("created second", 0, DAY - 1));
	}

	private static int latestPossible(RepositoryRow row, KnownStars stars) {
		int latest = Math.min(stars.first(), day(row.asOf()));
		if (row.pushedAt() != null) {
			latest = Math.min(latest, day(row.pushedAt().atZone(ZoneOffset.UTC).toLocalDate()));
		}
		if (row.trendingDays() != null) {
			latest = Math.min(latest, day(LocalDate.parse(row.trendingDays().get(0))));
		}
		return latest;
	}

	private static int age(KnownStars stars, Seed seed) {
		int span = stars.last() - stars.first();
		int gained = stars.lastValue() - stars.firstValue();
		double days = (span >= 7 && gained > 0)
				? (double) stars.firstValue() * span / gained * (0.5 + 0.5 * seed.fraction("pace"))
				: 30 + Math.sqrt(stars.firstValue()) * (8 + 22 * seed.fraction("age"));
		return (int) Math.min(OLDEST - seed.between("oldest", 0, 1_500), Math.max(2, days));
	}

	private static int day(LocalDate date) {
		return (int) date.toEpochDay();
	}

}
