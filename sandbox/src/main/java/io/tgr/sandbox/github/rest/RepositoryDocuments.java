package io.tgr.sandbox.github.rest;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerRequest;

import io.tgr.sandbox.github.catalogue.Extras;
import io.tgr.sandbox.github.catalogue.Repository;

/**
 * Repositories as this caller sees them, members in GitHub's order.
 */
public final class RepositoryDocuments {

	private final ApiUrls urls;

	private final ApiVersion version;

	private final boolean user;

	/**
	 * Documents for the answer to a request.
	 * @param request the request, whose address, version and credentials matter
	 */
	public RepositoryDocuments(ServerRequest request) {
		HttpHeaders headers = request.headers().asHttpHeaders();
		this.urls = new ApiUrls(request);
		this.version = ApiVersion.of(headers);
		String credentials = headers.getFirst(HttpHeaders.AUTHORIZATION);
		this.user = credentials != null && !credentials.startsWith("Basic ");
	}

	/**
	 * An item of a search.
	 * @param repository the repository
	 * @param score how well it matches
	 * @return a {@code repo-search-result-item}
	 */
	public Map<String, @Nullable Object> searchItem(Repository repository, double score) {
		Map<String, @Nullable Object> document = common(repository, true);
		document.put("score", score);
		return document;
	}

	Map<String, @Nullable Object> full(Repository repository) {
		Map<String, @Nullable Object> document = common(repository, this.version == ApiVersion.V2022_11_28);
		if (this.user) {
			document.put("temp_clone_token", "");
		}
		document.put("custom_properties", Map.of());
		if (repository.owner().organization()) {
			document.put("organization", UserDocument.of(repository.owner(), this.urls));
		}
		document.put("network_count", repository.forks());
		document.put("subscribers_count", repository.extras().watchers());
		return document;
	}

	private Map<String, @Nullable Object> common(Repository repository, boolean downloads) {
		Map<String, @Nullable Object> document = new LinkedHashMap<>(256);
		identity(document, repository);
		RepositoryUrls.put(document, this.urls.repository(repository.fullName()));
		state(document, repository);
		features(document, repository.extras(), downloads);
		counts(document, repository);
		return document;
	}

	private void identity(Map<String, @Nullable Object> document, Repository repository) {
		document.put("id", repository.id());
		document.put("node_id", repository.nodeId());
		document.put("name", repository.name());
		document.put("full_name", repository.fullName());
		document.put("private", false);
		document.put("owner", UserDocument.of(repository.owner(), this.urls));
		document.put("html_url", "https://github.com/" + repository.fullName());
		document.put("description", repository.description());
		document.put("fork", false);
	}

	private void state(Map<String, @Nullable Object> document, Repository repository) {
		String git = "github.com/" + repository.fullName();
		document.put("created_at", repository.dates().created().toString());
		document.put("updated_at", repository.dates().updated().toString());
		document.put("pushed_at", repository.dates().pushed().toString());
		document.put("git_url", "git://" + git + ".git");
		document.put("ssh_url", "git@github.com:" + repository.fullName() + ".git");
		document.put("clone_url", "https://" + git + ".git");
		document.put("svn_url", "https://" + git);
		document.put("homepage", repository.homepage());
		document.put("size", repository.extras().sizeKb());
		document.put("stargazers_count", repository.stars());
		document.put("watchers_count", repository.stars());
		document.put("language", repository.language());
	}

	private void features(Map<String, @Nullable Object> document, Extras extras, boolean downloads) {
		document.put("has_issues", extras.has("issues", 97));
		document.put("has_projects", extras.has("projects", 85));
		if (downloads) {
			document.put("has_downloads", true);
		}
		document.put("has_wiki", extras.has("wiki", 60));
		document.put("has_pages", extras.has("pages", 20));
		document.put("has_discussions", extras.has("discussions", 35));
	}

	private void counts(Map<String, @Nullable Object> document, Repository repository) {
		Extras extras = repository.extras();
		int open = extras.openIssues() + extras.openPullRequests();
		document.put("forks_count", repository.forks());
		document.put("mirror_url", null);
		document.put("archived", extras.archived());
		document.put("disabled", false);
		document.put("open_issues_count", open);
		document.put("license", LicenseDocument.of(repository.license(), this.urls));
		document.put("allow_forking", true);
		document.put("is_template", extras.has("template", 1));
		document.put("web_commit_signoff_required", false);
		document.put("topics", repository.topics());
		document.put("visibility", "public");
		document.put("forks", repository.forks());
		document.put("open_issues", open);
		document.put("watchers", repository.stars());
		document.put("default_branch", extras.defaultBranch());
		if (this.user) {
			document.put("permissions", permissions());
		}
	}

	private static Map<String, Boolean> permissions() {
		Map<String, Boolean> permissions = new LinkedHashMap<>();
		permissions.put("admin", false);
		permissions.put("maintain", false);
		permissions.put("push", false);
		permissions.put("triage", false);
		permissions.put("pull", true);
		return permissions;
	}

}
