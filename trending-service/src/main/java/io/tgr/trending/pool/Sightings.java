package io.tgr.trending.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.tgr.trending.record.RecordReader;
import io.tgr.trending.record.RecordWriter;

/**
 * How many stars search answers showed, and when: one sighting an hour of the last day
 * and one a day of the 90 days before, and always the latest. A few bytes each; never
 * changes.
 */
public final class Sightings {

	/**
	 * Never seen.
	 */
	public static final Sightings NONE = new Sightings(new byte[0]);

	private static final int FORMAT = 1;

	private static final Duration SHORTEST_PACE = Duration.ofMinutes(30);

	private static final long MINUTES_A_DAY = Duration.ofDays(1).toMinutes();

	private static final long MOST_DAYS = 90;

	private static final float UNKNOWN = -1;

	private final byte[] bytes;

	// Worked out when somebody asks, since most are read back and never looked at.
	private volatile float pace = UNKNOWN;

	private Sightings(byte[] bytes) {
		this.bytes = bytes;
	}

	/**
	 * Takes them from a record.
	 * @param bytes what {@link #toBytes()} gave
	 * @return the sightings
	 */
	public static Sightings of(byte[] bytes) {
		return (bytes.length == 0) ? NONE : new Sightings(bytes);
	}

	/**
	 * Adds a sighting; one that is older than the latest is ignored.
	 * @param at when
	 * @param stars how many stars
	 * @return these and the new one, without those that say little by now
	 */
	public Sightings and(Instant at, long stars) {
		List<Sighting> all = all();
		long minute = at.getEpochSecond() / 60;
		Sighting latest = (all.isEmpty()) ? null : all.get(all.size() - 1);
		if (latest != null && latest.minute() > minute) {
			return this;
		}
		all.add(new Sighting(minute, stars));
		return new Sightings(write(coalesced(all, minute)));
	}

	/**
	 * How fast it gained stars between the latest sighting and the one before it that is
	 * not too close.
	 * @return stars a day, never negative; {@code null} without two such sightings
	 */
	public @Nullable Double pace() {
		if (this.pace == UNKNOWN) {
			this.pace = pace(all());
		}
		return (Float.isNaN(this.pace)) ? null : (double) this.pace;
	}

	/**
	 * Brings together what two replicas saw.
	 * @param others sightings of the same repository
	 * @return all that say something
	 */
	Sightings merged(Sightings others) {
		if (equals(others) || others.bytes.length == 0) {
			return this;
		}
		TreeMap<Long, Sighting> both = new TreeMap<>();
		all().forEach((sighting) -> both.put(sighting.minute(), sighting));
		others.all().forEach((sighting) -> both.putIfAbsent(sighting.minute(), sighting));
		return new Sightings(write(coalesced(List.copyOf(both.values()), both.lastKey())));
	}

	/**
	 * How many there are.
	 * @return their number
	 */
	public int size() {
		return all().size();
	}

	/**
	 * As they are written down.
	 * @return their bytes
	 */
	public byte[] toBytes() {
		return this.bytes.clone();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Sightings sightings && Arrays.equals(this.bytes, sightings.bytes);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(this.bytes);
	}

	private static float pace(List<Sighting> all) {
		for (int index = all.size() - 2; index >= 0; index--) {
			Sighting latest = all.get(all.size() - 1);
			long minutes = latest.minute() - all.get(index).minute();
			if (minutes >= SHORTEST_PACE.toMinutes()) {
				return Math.max(0, latest.stars() - all.get(index).stars()) * (float) MINUTES_A_DAY / minutes;
			}
		}
		return Float.NaN;
	}

	private List<Sighting> all() {
		List<Sighting> all = new ArrayList<>();
		if (this.bytes.length > 0) {
			RecordReader reader = new RecordReader(this.bytes, FORMAT);
			long minute = 0;
			long stars = 0;
			while (reader.hasMore()) {
				minute += reader.number();
				stars += reader.signed();
				all.add(new Sighting(minute, stars));
			}
		}
		return all;
	}

	private static byte[] write(List<Sighting> all) {
		RecordWriter writer = new RecordWriter(FORMAT);
		Sighting before = new Sighting(0, 0);
		for (Sighting sighting : all) {
			writer.number(sighting.minute() - before.minute()).signed(sighting.stars() - before.stars());
			before = sighting;
		}
		return writer.toBytes();
	}

	// The first of each hour or day stays, so that those of a busy hour do not push each
	// other on.
	private static List<Sighting> coalesced(List<Sighting> all, long now) {
		List<Sighting> kept = new ArrayList<>();
		for (int index = 0; index < all.size(); index++) {
			Sighting sighting = all.get(index);
			boolean old = now - sighting.minute() > MOST_DAYS * MINUTES_A_DAY;
			boolean repeated = !kept.isEmpty() && span(kept.get(kept.size() - 1), now) == span(sighting, now);
			if (!old && (!repeated || index == all.size() - 1)) {
				kept.add(sighting);
			}
		}
		return kept;
	}

	// Hours of the last day and days before it, in one sequence without a clash.
	private static long span(Sighting sighting, long now) {
		return (now - sighting.minute() < MINUTES_A_DAY) ? sighting.minute() / 60
				: -1 - sighting.minute() / MINUTES_A_DAY;
	}

	/**
	 * One of them.
	 */
	private record Sighting(long minute, long stars) {
	}

}
