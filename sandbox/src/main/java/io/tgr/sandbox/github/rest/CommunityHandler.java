package io.tgr.sandbox.github.rest;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

import io.tgr.sandbox.github.catalogue.License;
import io.tgr.sandbox.github.catalogue.Repository;

/** Answers with the community profile: which of the recommended files are there. */
@Component
class CommunityHandler {

	private final GithubAnswers answers;

	CommunityHandler(GithubAnswers answers) {
		this.answers = answers;
	}

	Mono<ServerResponse> profile(ServerRequest request, Repository repository) {
		Map<String, @Nullable Object> files = files(repository, new ApiUrls(request));
		long present = files.keySet()
			.stream()
			.filter((file) -> !"code_of_conduct_file".equals(file) && files.get(file) != null)
			.count();
		long described = (repository.description() != null) ? 1 : 0;
		Map<String, @Nullable Object> body = new LinkedHashMap<>();
		body.put("health_percentage", (int) ((present + described) * 100 / 7));
		body.put("description", repository.description());
		body.put("documentation", repository.homepage());
		body.put("files", files);
		body.put("updated_at", repository.dates().updated().toString());
		if (repository.owner().organization()) {
			body.put("content_reports_enabled", false);
		}
		return this.answers.ok(body);
	}

	private static Map<String, @Nullable Object> files(Repository repository, ApiUrls urls) {
		boolean conduct = repository.extras().hasCommunityFile("code of conduct");
		License license = repository.license();
		Map<String, @Nullable Object> files = new LinkedHashMap<>();
		files.put("code_of_conduct", conduct ? covenant(repository, urls) : null);
		files.put("code_of_conduct_file", conduct ? file(repository, urls, "CODE_OF_CONDUCT.md") : null);
		files.put("contributing", optional(repository, urls, "CONTRIBUTING.md"));
		files.put("issue_template", optional(repository, urls, "ISSUE_TEMPLATE.md"));
		files.put("pull_request_template", optional(repository, urls, "PULL_REQUEST_TEMPLATE.md"));
		files.put("license", (license != null) ? license(license, repository, urls) : null);
		files.put("readme", file(repository, urls, "README.md"));
		return files;
	}

	private static @Nullable Map<String, Object> optional(Repository repository, ApiUrls urls, String name) {
		return repository.extras().hasCommunityFile(name) ? file(repository, urls, name) : null;
	}

	private static Map<String, Object> file(Repository repository, ApiUrls urls, String name) {
		Map<String, Object> file = new LinkedHashMap<>();
		file.put("url", urls.repository(repository.fullName()) + "/contents/" + name);
		file.put("html_url", blob(repository, name));
		return file;
	}

	private static Map<String, Object> covenant(Repository repository, ApiUrls urls) {
		Map<String, Object> conduct = new LinkedHashMap<>();
		conduct.put("key", "contributor_covenant");
		conduct.put("name", "Contributor Covenant");
		conduct.put("html_url", blob(repository, "CODE_OF_CONDUCT.md"));
		conduct.put("url", urls.base() + "/codes_of_conduct/contributor_covenant");
		return conduct;
	}

	private static @Nullable Map<String, @Nullable Object> license(License license, Repository repository,
			ApiUrls urls) {
		Map<String, @Nullable Object> document = LicenseDocument.of(license, urls);
		if (document != null) {
			document.put("html_url", blob(repository, "LICENSE"));
		}
		return document;
	}

	private static String blob(Repository repository, String name) {
		return "https://github.com/" + repository.fullName() + "/blob/" + repository.extras().defaultBranch() + "/"
				+ name;
	}

}
