package io.tgr.sandbox.github.graphql;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.tgr.sandbox.github.catalogue.Repository;

/**
 * The fields of a repository.
 */
@Component
class RepositoryFields {

	private final Map<String, DataFetcher<?>> fetchers = new HashMap<>();

	RepositoryFields(RepositoryParts parts) {
		facts();
		switches();
		counts();
		field("owner", Repository::owner);
		field("primaryLanguage", parts::primaryLanguage);
		field("licenseInfo", RepositoryParts::license);
		field("latestRelease", RepositoryParts::latestRelease);
		field("defaultBranchRef", GitObjects::defaultBranch);
		page("repositoryTopics", RepositoryParts::topics);
		page("releases", RepositoryParts::releases);
		this.fetchers.put("languages", parts::languages);
		this.fetchers.put("object", GitObjects::object);
	}

	Map<String, DataFetcher<?>> fetchers() {
		return this.fetchers;
	}

	private void facts() {
		field("id", Repository::nodeId);
		field("databaseId", Repository::id);
		field("name", Repository::name);
		field("nameWithOwner", Repository::fullName);
		field("description", Repository::description);
		field("homepageUrl", Repository::homepage);
		field("url", RepositoryParts::url);
		field("createdAt", (it) -> it.dates().created());
		field("updatedAt", (it) -> it.dates().updated());
		field("pushedAt", (it) -> it.dates().pushed());
		field("archivedAt", (it) -> it.extras().archived() ? it.dates().updated() : null);
		field("diskUsage", (it) -> it.extras().sizeKb());
		field("visibility", (it) -> "PUBLIC");
		field("mirrorUrl", (it) -> null);
		field("parent", (it) -> null);
		field("openGraphImageUrl", RepositoryParts::picture);
	}

	private void switches() {
		field("isArchived", (it) -> it.extras().archived());
		field("hasIssuesEnabled", (it) -> it.extras().has("issues", 97));
		field("hasDiscussionsEnabled", (it) -> it.extras().has("discussions", 35));
		field("isTemplate", (it) -> it.extras().has("template", 1));
		for (String never : new String[] { "isDisabled", "isEmpty", "isFork", "isLocked", "isMirror", "isPrivate",
				"usesCustomOpenGraphImage" }) {
			field(never, (it) -> false);
		}
	}

	private void counts() {
		field("stargazerCount", Repository::stars);
		field("forkCount", Repository::forks);
		page("stargazers", (it) -> Connection.counted(0));
		page("watchers", (it) -> Connection.counted(it.extras().watchers()));
		this.fetchers.put("forks", RepositoryParts::forks);
		this.fetchers.put("issues", Tracker::issues);
		this.fetchers.put("pullRequests", Tracker::pullRequests);
	}

	private void field(String name, Function<Repository, @Nullable Object> value) {
		this.fetchers.put(name, (environment) -> value.apply(repository(environment)));
	}

	private void page(String name, Function<Repository, Connection<?>> connection) {
		this.fetchers.put(name, (environment) -> connection.apply(repository(environment)).page(environment));
	}

	static Repository repository(DataFetchingEnvironment environment) {
		Repository repository = environment.getSource();
		if (repository == null) {
			throw new IllegalStateException("No repository to read from");
		}
		return repository;
	}

}
