package io.tgr.trending.pool;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A repository as a search answer last showed it.
 *
 * @param id GitHub's number of it, which it keeps whatever it is called
 * @param fullName {@code owner/name}
 * @param url its page on GitHub
 * @param description what its owner says of it
 * @param language its main language, by GitHub's name
 * @param topics its topics
 * @param license SPDX id of its licence
 * @param createdAt when it was created
 * @param pushedAt when it was last pushed to
 * @param stars stars at {@code seenAt}
 * @param forks forks at {@code seenAt}
 * @param seenAt when the answer came, or its stars were counted since
 */
public record Candidate(long id, String fullName, String url, @Nullable String description, @Nullable String language,
		List<String> topics, @Nullable String license, Instant createdAt, @Nullable Instant pushedAt, long stars,
		long forks, Instant seenAt) {

	public Candidate {
		topics = List.copyOf(topics);
	}

	Candidate counted(StarHistory history) {
		if (history.total() == null || !history.asOf().isAfter(this.seenAt)) {
			return this;
		}
		return new Candidate(this.id, this.fullName, this.url, this.description, this.language, this.topics,
				this.license, this.createdAt, this.pushedAt, history.total(), this.forks, history.asOf());
	}

	/**
	 * The same with another number of stars, as it was or will be.
	 * @param then how many stars
	 * @return the repository at that time
	 */
	public Candidate withStars(long then) {
		return new Candidate(this.id, this.fullName, this.url, this.description, this.language, this.topics,
				this.license, this.createdAt, this.pushedAt, then, this.forks, this.seenAt);
	}

	Candidate named(String newName) {
		return new Candidate(this.id, newName, this.url.replace(this.fullName, newName), this.description,
				this.language, this.topics, this.license, this.createdAt, this.pushedAt, this.stars, this.forks,
				this.seenAt);
	}

}
