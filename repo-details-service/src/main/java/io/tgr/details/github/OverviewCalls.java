package io.tgr.details.github;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import reactor.core.publisher.Mono;

import io.tgr.common.github.GithubException;
import io.tgr.common.github.GithubFailure;
import io.tgr.common.github.GraphqlErrors;
import io.tgr.common.resilience.Neighbour;
import io.tgr.details.Overview;
import io.tgr.details.RepositoryName;
import io.tgr.details.RepositoryPart;

/**
 * Asks for several repositories by one GraphQL query, each of which may fail alone.
 */
class OverviewCalls {

	private final GraphqlApi graphql;

	private final URI url;

	private final Neighbour neighbour;

	private final CallPermits permits;

	OverviewCalls(GraphqlApi graphql, URI url, Neighbour neighbour, CallPermits permits) {
		this.graphql = graphql;
		this.url = url;
		this.neighbour = neighbour;
		this.permits = permits;
	}

	Mono<Map<RepositoryName, Mono<Overview>>> of(List<RepositoryName> names, Set<RepositoryPart> parts) {
		Mono<GraphqlAnswer> call = this.graphql.ask(this.url, OverviewQuery.of(names, parts));
		return this.permits.within(this.neighbour.protect(call)).map((answer) -> {
			Map<RepositoryName, Mono<Overview>> overviews = new HashMap<>();
			for (int index = 0; index < names.size(); index++) {
				overviews.put(names.get(index), overview(answer, OverviewQuery.alias(index), parts));
			}
			return overviews;
		});
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

}
