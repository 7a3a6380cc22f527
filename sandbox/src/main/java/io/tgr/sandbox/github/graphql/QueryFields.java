package io.tgr.sandbox.github.graphql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import graphql.GraphQLError;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.tgr.sandbox.github.access.CredentialKind;
import io.tgr.sandbox.github.access.RateQuota;
import io.tgr.sandbox.github.catalogue.Catalogue;
import io.tgr.sandbox.github.catalogue.Owner;
import io.tgr.sandbox.github.catalogue.Repository;
import io.tgr.sandbox.github.catalogue.Snapshot;
import io.tgr.sandbox.github.fault.GithubError;

/**
 * The fields that a query starts with.
 */
@Component
class QueryFields {

	private static final int MOST_IDS = 100;

	private static final Owner VIEWER = new Owner("sandbox-user", 1_002_253, false);

	private final Catalogue catalogue;

	private final SearchField search;

	QueryFields(Catalogue catalogue, SearchField search) {
		this.catalogue = catalogue;
		this.search = search;
	}

	Map<String, DataFetcher<?>> fetchers() {
		return Map.of("repository", ordered(this::repository), "node", ordered(this::node), "nodes",
				ordered(this::nodes), "search", ordered(this.search::page), "viewer", QueryFields::viewer, "rateLimit",
				QueryFields::rateLimit);
	}

	// Fails the first field of a query that a partial failure was ordered for.
	private static DataFetcher<Object> ordered(DataFetcher<Object> fetcher) {
		return (environment) -> {
			GithubError failure = Account.of(environment).failure();
			return (failure != null) ? Failures.of(environment, failure) : fetcher.get(environment);
		};
	}

	private Object repository(DataFetchingEnvironment environment) {
		String owner = environment.getArgument("owner");
		String name = environment.getArgument("name");
		String fullName = owner + "/" + name;
		Snapshot today = this.catalogue.snapshot();
		Repository found = today.find(fullName);
		if (found == null && !Boolean.FALSE.equals(environment.getArgument("followRenames"))) {
			found = today.moved(fullName);
		}
		return (found != null) ? found : Failures.notFound(environment, Failures.noRepository(fullName));
	}

	private Object node(DataFetchingEnvironment environment) {
		String id = environment.getArgument("id");
		Repository found = find(id);
		return (found != null) ? found : Failures.notFound(environment, Failures.noNode(id));
	}

	private Object nodes(DataFetchingEnvironment environment) {
		List<String> ids = environment.getArgumentOrDefault("ids", List.of());
		if (ids.size() > MOST_IDS) {
			return DataFetcherResult.newResult()
				.error(GithubGraphqlError.at(environment, "ARGUMENT_LIMIT",
						"You may not provide more than 100 node ids; you provided " + ids.size() + "."))
				.build();
		}
		List<@Nullable Repository> found = new ArrayList<>();
		List<GraphQLError> errors = new ArrayList<>();
		for (String id : ids) {
			Repository repository = find(id);
			if (repository == null) {
				errors.add(Failures.missing(environment, found.size(), id));
			}
			found.add(repository);
		}
		return DataFetcherResult.newResult().data(found).errors(errors).build();
	}

	private @Nullable Repository find(@Nullable String nodeId) {
		Long id = (nodeId != null) ? NodeIds.repository(nodeId) : null;
		return (id != null) ? this.catalogue.snapshot().find(id) : null;
	}

	private static Object viewer(DataFetchingEnvironment environment) {
		if (Account.of(environment).caller().kind() == CredentialKind.INSTALLATION) {
			return DataFetcherResult.newResult()
				.error(GithubGraphqlError.at(environment, "FORBIDDEN", "Resource not accessible by integration"))
				.build();
		}
		return VIEWER;
	}

	private static Object rateLimit(DataFetchingEnvironment environment) {
		Account account = Account.of(environment);
		RateQuota quota = account.quota();
		Map<String, Object> shown = new LinkedHashMap<>();
		shown.put("cost", account.cost().points());
		shown.put("nodeCount", account.cost().nodes());
		shown.put("limit", quota.limit());
		shown.put("remaining", quota.remaining());
		shown.put("used", quota.used());
		shown.put("resetAt", Instant.ofEpochSecond(quota.reset()));
		return shown;
	}

}
