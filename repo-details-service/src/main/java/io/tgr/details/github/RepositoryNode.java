package io.tgr.details.github;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.tgr.details.Facts;
import io.tgr.details.LatestRelease;
import io.tgr.details.NamedFacts;
import io.tgr.details.Overview;
import io.tgr.details.RepositoryPart;

/**
 * A repository as GraphQL tells it.
 */
record RepositoryNode(@Nullable Long databaseId, @Nullable String nameWithOwner, @Nullable String url,
		@Nullable String description, @Nullable String homepageUrl, @Nullable Named primaryLanguage,
		@Nullable Topics repositoryTopics, @Nullable License licenseInfo, @Nullable Instant createdAt,
		@Nullable Instant updatedAt, @Nullable Instant pushedAt, @Nullable Long stargazerCount,
		@Nullable Long forkCount, @Nullable Count watchers, @Nullable Count issues, @Nullable Count pullRequests,
		@Nullable Named defaultBranchRef, @Nullable Long diskUsage, @Nullable Boolean isArchived,
		@Nullable Boolean isFork, @Nullable LanguagesNode languages, @Nullable ReleaseNode latestRelease) {

	Overview overview(Set<RepositoryPart> parts) {
		return new Overview(named(),
				parts.contains(RepositoryPart.LANGUAGES) ? Readable.required(this.languages).shares() : null,
				parts.contains(RepositoryPart.RELEASE) ? release() : null);
	}

	private LatestRelease release() {
		return (this.latestRelease != null) ? this.latestRelease.latest() : LatestRelease.NONE;
	}

	private NamedFacts named() {
		Facts facts = new Facts(this.databaseId, this.description, Readable.text(this.homepageUrl),
				name(this.primaryLanguage), topics(), (this.licenseInfo != null) ? this.licenseInfo.spdxId() : null,
				Readable.required(this.createdAt), this.updatedAt, this.pushedAt,
				Readable.required(this.stargazerCount), Readable.required(this.forkCount), count(this.watchers),
				openIssues(), name(this.defaultBranchRef), this.diskUsage, Boolean.TRUE.equals(this.isArchived),
				Boolean.TRUE.equals(this.isFork));
		return new NamedFacts(Readable.required(this.nameWithOwner), Readable.required(this.url), facts);
	}

	private List<String> topics() {
		return (this.repositoryTopics != null)
				? this.repositoryTopics.nodes().stream().map((node) -> node.topic().name()).toList() : List.of();
	}

	private @Nullable Long openIssues() {
		Long issues = count(this.issues);
		Long pulls = count(this.pullRequests);
		return (issues != null && pulls != null) ? Long.valueOf(issues + pulls) : null;
	}

	private static @Nullable String name(@Nullable Named named) {
		return (named != null) ? named.name() : null;
	}

	private static @Nullable Long count(@Nullable Count count) {
		return (count != null) ? count.totalCount() : null;
	}

	/**
	 * Something with a name.
	 *
	 * @param name its name
	 */
	record Named(String name) {

	}

	/**
	 * A licence.
	 *
	 * @param spdxId its SPDX id
	 */
	record License(@Nullable String spdxId) {

	}

	/**
	 * How many there are.
	 *
	 * @param totalCount the number
	 */
	record Count(long totalCount) {

	}

	/**
	 * The first topics.
	 *
	 * @param nodes the topics
	 */
	record Topics(List<TopicNode> nodes) {

	}

	/**
	 * A topic.
	 *
	 * @param topic its name
	 */
	record TopicNode(Named topic) {

	}

}
