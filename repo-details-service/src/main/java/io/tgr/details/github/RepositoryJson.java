package io.tgr.details.github;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

import io.tgr.details.Facts;
import io.tgr.details.NamedFacts;

/**
 * What this service reads in a full repository.
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record RepositoryJson(@Nullable Long id, @Nullable String fullName, @Nullable String htmlUrl,
		@Nullable String description, @Nullable String homepage, @Nullable String language,
		@Nullable List<String> topics, @Nullable License license, @Nullable Instant createdAt,
		@Nullable Instant updatedAt, @Nullable Instant pushedAt, @Nullable Long stargazersCount,
		@Nullable Long forksCount, @Nullable Long subscribersCount, @Nullable Long openIssuesCount,
		@Nullable String defaultBranch, @Nullable Long size, @Nullable Boolean archived, @Nullable Boolean fork) {

	NamedFacts named() {
		Facts facts = new Facts(this.id, this.description, Readable.text(this.homepage), this.language,
				(this.topics != null) ? this.topics : List.of(), (this.license != null) ? this.license.spdxId() : null,
				Readable.required(this.createdAt), this.updatedAt, this.pushedAt,
				Readable.required(this.stargazersCount), Readable.required(this.forksCount), this.subscribersCount,
				this.openIssuesCount, this.defaultBranch, this.size, Boolean.TRUE.equals(this.archived),
				Boolean.TRUE.equals(this.fork));
		return new NamedFacts(Readable.required(this.fullName), Readable.required(this.htmlUrl), facts);
	}

	/**
	 * A licence.
	 *
	 * @param spdxId its SPDX id
	 */
	@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
	record License(@Nullable String spdxId) {

	}

}
