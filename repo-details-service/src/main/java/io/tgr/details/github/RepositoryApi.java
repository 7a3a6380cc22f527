package io.tgr.details.github;

import java.util.List;
import java.util.Map;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import reactor.core.publisher.Mono;

/**
 * REST endpoints of one repository.
 */
@HttpExchange(url = "/repos/{owner}/{repo}", accept = RepositoryApi.GITHUB_JSON)
interface RepositoryApi {

	/**
	 * The media type that GitHub recommends.
	 */
	String GITHUB_JSON = "application/vnd.github+json";

	@GetExchange
	Mono<byte[]> repository(@PathVariable String owner, @PathVariable String repo);

	@GetExchange("/languages")
	Mono<Map<String, Long>> languages(@PathVariable String owner, @PathVariable String repo);

	@GetExchange("/contributors")
	Mono<List<ContributorJson>> contributors(@PathVariable String owner, @PathVariable String repo,
			@RequestParam("per_page") int perPage);

	@GetExchange("/releases/latest")
	Mono<ReleaseJson> latestRelease(@PathVariable String owner, @PathVariable String repo);

	@GetExchange("/community/profile")
	Mono<CommunityJson> communityProfile(@PathVariable String owner, @PathVariable String repo);

	@GetExchange("/stargazers/history")
	Mono<List<StarWeekJson>> starHistory(@PathVariable String owner, @PathVariable String repo,
			@RequestParam("per_page") int perPage, @RequestParam int page);

}
