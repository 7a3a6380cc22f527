package io.tgr.sandbox.github.rest;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

import io.tgr.sandbox.github.catalogue.Contributor;
import io.tgr.sandbox.github.catalogue.Release;
import io.tgr.sandbox.github.catalogue.Repository;

/** Answers on one repository: its facts, languages, contributors, topics and release. */
@Component
class RepositoryHandler {

	private static final int LARGEST_PAGE = 100;

	private final GithubAnswers answers;

	RepositoryHandler(GithubAnswers answers) {
		this.answers = answers;
	}

	Mono<ServerResponse> facts(ServerRequest request, Repository repository) {
		return this.answers.ok(new RepositoryDocuments(request).full(repository), repository.dates().updated());
	}

	Mono<ServerResponse> languages(ServerRequest request, Repository repository) {
		return this.answers.ok(repository.extras().languages(), repository.dates().updated());
	}

	Mono<ServerResponse> topics(ServerRequest request, Repository repository) {
		return this.answers.ok(Map.of("names", repository.topics()));
	}

	Mono<ServerResponse> contributors(ServerRequest request, Repository repository) {
		Page page = Page.of(request, LARGEST_PAGE);
		ApiUrls urls = new ApiUrls(request);
		List<Map<String, Object>> body = repository.extras()
			.contributors(page.offset(), page.size())
			.stream()
			.map((contributor) -> document(contributor, urls))
			.toList();
		return this.answers.page(body, "/repositories/" + repository.id() + "/contributors", request, page,
				repository.extras().contributorCount());
	}

	Mono<ServerResponse> latestRelease(ServerRequest request, Repository repository) {
		Release release = repository.extras().latestRelease();
		return (release != null)
				? this.answers.ok(ReleaseDocument.of(release, repository, new ApiUrls(request)), release.publishedAt())
				: Mono.error(GithubError.notFound("/releases/releases#get-the-latest-release").exception());
	}

	private static Map<String, Object> document(Contributor contributor, ApiUrls urls) {
		Map<String, Object> document = UserDocument.of(contributor.user(), urls);
		document.put("contributions", contributor.contributions());
		return document;
	}

}
