package io.tgr.sandbox.github.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code repositories.ndjson.gz}: what the sources say, nothing derived.
 *
 * @param fullName owner and name
 * @param asOf the day of stars and forks
 * @param stars the stars, absent for repositories seen only on pages without numbers
 * @param forks the forks
 * @param openIssues open issues without pull requests
 * @param pushedAt the last push
 * @param language the main language
 * @param description the description, cut for some
 * @param createdAt when it was created, known for new repositories
 * @param sizeKb the size
 * @param defaultBranch the default branch
 * @param license the licence's name
 * @param topics the topics
 * @param languages bytes a language
 * @param homepage the homepage
 * @param trendingDays the first and the last day on a trending page, and how many
 */
record RepositoryRow(@JsonProperty("full_name") String fullName, @JsonProperty("as_of") LocalDate asOf,
		@Nullable Integer stars, @Nullable Integer forks, @JsonProperty("open_issues") @Nullable Integer openIssues,
		@JsonProperty("pushed_at") @Nullable Instant pushedAt, @Nullable String language, @Nullable String description,
		@JsonProperty("created_at") @Nullable Instant createdAt, @JsonProperty("size_kb") @Nullable Integer sizeKb,
		@JsonProperty("default_branch") @Nullable String defaultBranch, @Nullable String license,
		@Nullable List<String> topics, @Nullable Map<String, Long> languages, @Nullable String homepage,
		@JsonProperty("trending_days") @Nullable List<String> trendingDays) {

	int count() {
		return (this.stars != null) ? this.stars : 0;
	}

	int forkCount() {
		return (this.forks != null) ? this.forks : 0;
	}

	// Whether GitHub's own answer was recorded: then an absent licence or topic is a
	// fact.
	boolean recorded() {
		return this.createdAt != null;
	}

}
