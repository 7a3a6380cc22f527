package io.tgr.sandbox.github.graphql;

import java.util.List;
import java.util.Map;

import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;

import io.tgr.sandbox.github.catalogue.Repository;

/**
 * Counts of issues and pull requests. The open ones are those of REST; the closed ones
 * are made up, as no source has them.
 */
final class Tracker {

	private static final List<String> FILTERS = List.of("labels", "filterBy", "baseRefName", "headRefName");

	private Tracker() {
	}

	static Object issues(DataFetchingEnvironment environment) {
		Repository repository = RepositoryFields.repository(environment);
		int open = repository.extras().openIssues();
		return count(environment, Map.of("OPEN", open, "CLOSED", closed(repository, open, 3)));
	}

	static Object pullRequests(DataFetchingEnvironment environment) {
		Repository repository = RepositoryFields.repository(environment);
		int open = repository.extras().openPullRequests();
		return count(environment,
				Map.of("OPEN", open, "CLOSED", closed(repository, open, 2), "MERGED", closed(repository, open, 6)));
	}

	private static int closed(Repository repository, int open, int times) {
		return open * times + (int) (repository.id() % (times * 7L));
	}

	private static Object count(DataFetchingEnvironment environment, Map<String, Integer> byState) {
		for (String filter : FILTERS) {
			if (environment.getArguments().get(filter) != null) {
				return DataFetcherResult.newResult()
					.error(GithubGraphqlError.at(environment, "UNPROCESSABLE",
							"The sandbox counts by `states` only, not by `" + filter + "`."))
					.build();
			}
		}
		List<String> states = environment.getArgument("states");
		int total = byState.entrySet()
			.stream()
			.filter((entry) -> states == null || states.contains(entry.getKey()))
			.mapToInt(Map.Entry::getValue)
			.sum();
		return Connection.counted(total).page(environment);
	}

}
