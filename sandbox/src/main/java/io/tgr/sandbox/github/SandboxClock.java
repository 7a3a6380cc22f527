package io.tgr.sandbox.github;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

/**
 * The sandbox's time: that of the wall clock, on a day that can be pinned and moved. A
 * pinned day stays, whatever the time of day.
 */
final class SandboxClock {

	private final Clock wall;

	private volatile @Nullable LocalDate pinned;

	SandboxClock(Clock wall, @Nullable LocalDate pinned) {
		this.wall = wall;
		this.pinned = pinned;
	}

	/**
	 * The present day.
	 * @return the pinned day, or that of the wall clock in UTC
	 */
	LocalDate today() {
		LocalDate date = this.pinned;
		return (date != null) ? date : LocalDate.ofInstant(this.wall.instant(), ZoneOffset.UTC);
	}

	/**
	 * The present time.
	 * @return the wall clock's time of day on the present day
	 */
	Instant now() {
		LocalTime time = LocalTime.ofInstant(this.wall.instant(), ZoneOffset.UTC);
		return today().atTime(time).toInstant(ZoneOffset.UTC);
	}

	/**
	 * Move to another day.
	 * @param date the day to pin, or {@code null} to follow the wall clock
	 */
	void moveTo(@Nullable LocalDate date) {
		this.pinned = date;
	}

}
