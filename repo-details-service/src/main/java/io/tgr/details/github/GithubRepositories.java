package io.tgr.details.github;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.core.codec.CodecException;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.common.github.GithubBudget;
import io.tgr.common.github.GithubException;
import io.tgr.common.github.GithubFailure;
import io.tgr.common.github.GraphqlErrors;
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

	private final GraphqlApi graphql;

	private final URI graphqlUrl;

	private final Neighbour restNeighbour;

	private final Neighbour graphqlNeighbour;

	private final GithubBudget budget;

	private final CallPermits permits;

	private final UpstreamProperties properties;

	private final JsonMapper json;

	GithubRepositories(RepositoryApi rest, GraphqlApi graphql, URI graphqlUrl, Neighbour restNeighbour,
			Neighbour graphqlNeighbour, GithubBudget budget, CallPermits permits, UpstreamProperties properties,
			JsonMapper json) {
		this.rest = rest;
		this.graphql = graphql;
		this.graphqlUrl = graphqlUrl;
		this.restNeighbour = restNeighbour;
		this.graphqlNeighbour = graphqlNeighbour;
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
		Mono<GraphqlAnswer> call = this.graphql.ask(this.graphqlUrl, OverviewQuery.of(names, parts))
			.onErrorMap(CodecException.class, GithubRepositories::unreadable);
		return this.permits.within(this.graphqlNeighbour.protect(call)).map((answer) -> {
			Map<RepositoryName, Mono<Overview>> overviews = new HashMap<>();
			for (int index = 0; index < names.size(); index++) {
				overviews.put(names.get(index), overview(answer, OverviewQuery.alias(index), parts));
			}
			return overviews;
		});
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
		return new RawRepository(body, this.json.readValue(body, RepositoryJson.class).named());
	}

	private <T> Mono<T> call(Mono<T> call) {
		Mono<T> readable = call.onErrorMap(CodecException.class, GithubRepositories::unreadable)
			.onErrorMap(JacksonException.class, GithubRepositories::unreadable);
		return this.permits.within(this.restNeighbour.protect(readable));
	}

	private static Mono<Overview> overview(GraphqlAnswer answer, String alias, Set<RepositoryPart> parts) {
		GraphqlAnswer.GraphqlError error = answer.error(alias);
		if (error != null) {
			return Mono.error(() -> GraphqlErrors.failure(error.type(), error.message()));
		}
		RepositoryNode node = answer.node(alias);
		return (node != null) ? Mono.fromSupplier(() -> node.overview(parts))
				: Mono.error(() -> new GithubException(GithubFailure.UNREADABLE, null));
	}

	private static GithubException unreadable(Throwable cause) {
		return new GithubException(GithubFailure.UNREADABLE, null, null, null, cause);
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
