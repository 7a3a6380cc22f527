package io.tgr.trending.pool;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A candidate and its stars per day, if it has been measured.
 *
 * @param candidate the repository as last seen
 * @param history its stars per day, {@code null} until measured
 * @param sightings how many stars search answers showed, and when
 * @param formerNames the names it had while it was tracked, the latest last
 */
public record TrackedRepository(Candidate candidate, @Nullable StarHistory history, Sightings sightings,
		List<String> formerNames) {

	private static final int MOST_FORMER_NAMES = 5;

	public TrackedRepository {
		formerNames = List.copyOf(formerNames);
	}

	public TrackedRepository(Candidate candidate, @Nullable StarHistory history) {
		this(candidate, history, Sightings.NONE, List.of());
	}

	/**
	 * Whether it says something that another record of the same repository does not.
	 * @param other what is known elsewhere
	 * @return {@code true} if it was seen or measured later
	 */
	public boolean isNewerThan(TrackedRepository other) {
		return this.candidate.seenAt().isAfter(other.candidate.seenAt()) || measuredAfter(other);
	}

	boolean measuredAfter(TrackedRepository other) {
		return this.history != null && (other.history == null || this.history.asOf().isAfter(other.history.asOf()));
	}

	/**
	 * Brings together what two replicas know of a repository.
	 * @param other what is known elsewhere
	 * @return of each part the newer
	 */
	TrackedRepository merged(TrackedRepository other) {
		boolean seenLater = other.candidate.seenAt().isAfter(this.candidate.seenAt());
		TrackedRepository newest = (seenLater) ? other : this;
		TrackedRepository merged = new TrackedRepository(newest.candidate,
				(other.measuredAfter(this)) ? other.history : this.history, this.sightings.merged(other.sightings),
				newest.formerNames);
		TrackedRepository older = (seenLater) ? this : other;
		return older.formerNames.stream().reduce(merged, TrackedRepository::formerly, (one, same) -> same);
	}

	TrackedRepository formerly(String name) {
		if (name.equalsIgnoreCase(this.candidate.fullName())
				|| this.formerNames.stream().anyMatch(name::equalsIgnoreCase)) {
			return this;
		}
		List<String> names = new ArrayList<>(this.formerNames);
		names.add(name);
		return new TrackedRepository(this.candidate, this.history, this.sightings,
				names.subList(Math.max(0, names.size() - MOST_FORMER_NAMES), names.size()));
	}

}
