package io.tgr.details.github;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.tgr.common.github.GithubException;
import io.tgr.common.github.GithubFailure;
import io.tgr.details.StarWeek;

/**
 * A week of the star history.
 *
 * @param week when it starts, in seconds since 1970
 * @param days stars of its days, Sunday first
 */
record StarWeekJson(@Nullable Long week, @Nullable List<@Nullable Integer> days) {

	private static final int DAYS = 7;

	StarWeek starWeek() {
		List<@Nullable Integer> stars = Readable.required(this.days);
		if (stars.size() != DAYS) {
			throw new GithubException(GithubFailure.UNREADABLE, null);
		}
		LocalDate start = LocalDate.ofInstant(Instant.ofEpochSecond(Readable.required(this.week)), ZoneOffset.UTC);
		return new StarWeek(start, stars.stream().<Integer>map(Readable::required).toList());
	}

}
