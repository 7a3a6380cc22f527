package io.tgr.sandbox.github.catalogue;

import java.time.Instant;
import java.time.ZoneOffset;

/**
 * When things happened to a repository, as seen on one day of the sandbox.
 */
public final class Dates {

	private final Entry entry;

	private final PresentDay day;

	Dates(Entry entry, PresentDay day) {
		this.entry = entry;
		this.day = day;
	}

	/**
	 * When it was created.
	 * @return a time on or before this day
	 */
	public Instant created() {
		return this.day.shown(this.entry.createdAt());
	}

	/**
	 * The last push.
	 * @return a time before this day, or that of the creation
	 */
	public Instant pushed() {
		return notBeforeCreation(this.day.past(this.entry.pushedAt()));
	}

	/**
	 * The last change of its facts.
	 * @return a time before this day, or that of the creation
	 */
	public Instant updated() {
		Instant midnight = this.entry.row().asOf().atStartOfDay(ZoneOffset.UTC).toInstant();
		Instant seen = this.day.past(midnight.plusSeconds(this.entry.seed().between("updated", 0, 86_399)));
		return notBeforeCreation(seen.isAfter(pushed()) ? seen : pushed());
	}

	private Instant notBeforeCreation(Instant time) {
		return time.isBefore(created()) ? created() : time;
	}

}
