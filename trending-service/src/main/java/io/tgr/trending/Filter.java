package io.tgr.trending;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.tgr.trending.archive.Earlier;
import io.tgr.trending.pool.Candidate;

/**
 * Which rows a query wants; what is {@code null} does not matter.
 *
 * @param minStars stars at least
 * @param maxStars stars at most
 * @param topic a topic it must have, in lower case
 * @param license SPDX id of its licence, in any case
 * @param createdAfter when it was created at the earliest
 * @param onlyNew whether it must have stood in the first 100 places on none of the seven
 * days before
 */
public record Filter(@Nullable Long minStars, @Nullable Long maxStars, @Nullable String topic, @Nullable String license,
		@Nullable Instant createdAfter, boolean onlyNew) {

	Filter(@Nullable Long minStars, @Nullable Long maxStars, @Nullable String topic, @Nullable String license,
			@Nullable Instant createdAfter) {
		this(minStars, maxStars, topic, license, createdAfter, false);
	}

	static final Filter NONE = new Filter(null, null, null, null, null);

	boolean wantsAll() {
		return this.minStars == null && this.maxStars == null && this.topic == null && this.license == null
				&& this.createdAfter == null && !this.onlyNew;
	}

	void describe(QueryText text) {
		text.add("minStars", this.minStars);
		text.add("maxStars", this.maxStars);
		text.add("topic", this.topic);
		text.add("license", this.license);
		text.add("createdAfter", this.createdAfter);
		text.add("new", (this.onlyNew) ? true : null);
	}

	boolean wants(Candidate candidate, Earlier earlier) {
		return (!this.onlyNew || earlier.isNew(candidate.id()))
				&& (this.minStars == null || candidate.stars() >= this.minStars)
				&& (this.maxStars == null || candidate.stars() <= this.maxStars)
				&& (this.topic == null || candidate.topics().contains(this.topic))
				&& (this.license == null || this.license.equalsIgnoreCase(candidate.license()))
				&& (this.createdAfter == null || !candidate.createdAt().isBefore(this.createdAfter));
	}

}
