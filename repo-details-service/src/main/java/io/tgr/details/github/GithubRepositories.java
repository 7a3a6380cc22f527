package io.tgr.details.github;

import java.util.List;
import java.util.Map;
import java.util.Set;

import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.common.github.GithubBudget;
import io.tgr.common.github.GithubException;
import io.tgr.common.github.GithubFailure;
import io.tgr.common.resilience.Neighbour;
import io.tgr.details.Community;
import io.tgr.details.Contributor;
import io.tgr.details.LanguageShare;
import io.tgr.details.LatestRelease;
import io.tgr.details.Overview;
import io.tgr.details.RawRepository;
import io.tgr.details.RepositoryName;
import io.tgr.details.RepositoryPart;
import io.tgr.details.RepositorySource;
import io.tgr.details.StarWeek;

/**
 * Asks GitHub, a bounded number of calls at a time and with resilience around each.
 */
class GithubRepositories implements RepositorySource {

	private static final int MAX_WEEKS = 30;

	private final RepositoryApi rest;

	private final OverviewCalls overviews;

	private final Neighbour neighbour;

	private final GithubBudget budget;

	private final CallPermits permits;

	private final UpstreamProperties properties;

	private final JsonMapper json;

	GithubRepositories(RepositoryApi rest, OverviewCalls overviews, Neighbour neighbour, GithubBudget budget,
			CallPermits permits, UpstreamProperties properties, JsonMapper json) {
		this.rest = rest;
		this.overviews = overviews;
		this.neighbour = neighbour;
		this.budget = budget;
		this.permits = permits;
		this.properties = properties;
		this.json = json;
	}

	@Override
	public boolean overviewsAvailable() {
		return this.budget.graphqlAvailable();
	}

	@Override
	public int overviewSize() {
		return OverviewQuery.MAX_NAMES;
	}

	@Override
	public Mono<Map<RepositoryName, Mono<Overview>>> overviews(List<RepositoryName> names, Set<RepositoryPart> parts) {
		return this.overviews.of(names, parts);
	}

	@Override
	public Mono<RawRepository> repository(RepositoryName name) {
		return call(this.rest.repository(name.owner(), name.name()).map(this::raw));
	}

	@Override
	public Mono<List<LanguageShare>> languages(RepositoryName name) {
		return call(this.rest.languages(name.owner(), name.name()))
			.map((bytes) -> LanguageShare.of(bytes, bytes.values().stream().mapToLong(Long::longValue).sum()));
	}

	@Override
	public Mono<List<Contributor>> contributors(RepositoryName name) {
		return call(this.rest.contributors(name.owner(), name.name(), this.properties.contributors())
			.map((contributors) -> contributors.stream().map(ContributorJson::contributor).toList()))
			.defaultIfEmpty(List.of());
	}

	@Override
	public Mono<LatestRelease> release(RepositoryName name) {
		return call(this.rest.latestRelease(name.owner(), name.name()).map(ReleaseJson::latest)).onErrorResume(
				GithubException.class,
				(ex) -> (ex.failure() == GithubFailure.NOT_FOUND) ? Mono.just(LatestRelease.NONE) : Mono.error(ex));
	}

	@Override
	public Mono<Community> community(RepositoryName name) {
		return call(this.rest.communityProfile(name.owner(), name.name()).map(CommunityJson::community));
	}

	@Override
	public Mono<List<StarWeek>> stars(RepositoryName name, int weeks) {
		int pages = (weeks + MAX_WEEKS - 1) / MAX_WEEKS;
		int size = Math.min(weeks, MAX_WEEKS);
		return starPage(name, size, 1).expand((page) -> (page.isLast(size) || page.number() == pages) ? Mono.empty()
				: starPage(name, size, page.number() + 1))
			.flatMapIterable(StarPage::weeks)
			.collectList();
	}

	private Mono<StarPage> starPage(RepositoryName name, int size, int page) {
		return call(this.rest.starHistory(name.owner(), name.name(), size, page)
			.map((weeks) -> new StarPage(page, weeks.stream().map(StarWeekJson::starWeek).toList())));
	}

	private RawRepository raw(byte[] body) {
		try {
			return new RawRepository(body, this.json.readValue(body, RepositoryJson.class).named());
		}
		catch (JacksonException ex) {
			throw new GithubException(GithubFailure.UNREADABLE, null, null, null, ex);
		}
	}

	private <T> Mono<T> call(Mono<T> call) {
		return this.permits.within(this.neighbour.protect(call));
	}

	/**
	 * A page of the star history.
	 *
	 * @param number its number
	 * @param weeks its weeks
	 */
	private record StarPage(int number, List<StarWeek> weeks) {

		boolean isLast(int size) {
			return this.weeks.size() < size;
		}

	}

}
