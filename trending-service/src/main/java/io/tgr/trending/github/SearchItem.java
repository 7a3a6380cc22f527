package io.tgr.trending.github;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import io.tgr.trending.pool.Candidate;

/**
 * A repository in a search answer: the fields that are read.
 */
record SearchItem(long id, @JsonProperty("full_name") String fullName, @JsonProperty("html_url") String htmlUrl,
		@Nullable String description, @Nullable String language, @Nullable List<String> topics,
		@Nullable License license, @JsonProperty("created_at") Instant createdAt,
		@JsonProperty("pushed_at") @Nullable Instant pushedAt, @JsonProperty("stargazers_count") long stars,
		@JsonProperty("forks_count") long forks) {

	Candidate seenAt(Instant now) {
		return new Candidate(this.id, this.fullName, this.htmlUrl, this.description, this.language,
				(this.topics != null) ? List.copyOf(this.topics) : List.of(), spdxId(), this.createdAt, this.pushedAt,
				this.stars, this.forks, now);
	}

	private @Nullable String spdxId() {
		return (this.license != null) ? this.license.spdxId() : null;
	}

	/**
	 * A licence as GitHub recognised it.
	 */
	record License(@JsonProperty("spdx_id") @Nullable String spdxId) {

	}

}
