package io.tgr.sandbox.github.graphql;

import java.util.List;
import java.util.Map;

import graphql.schema.DataFetchingEnvironment;
import org.springframework.stereotype.Component;

import io.tgr.sandbox.github.catalogue.Repository;
import io.tgr.sandbox.github.rest.GithubErrorException;
import io.tgr.sandbox.github.search.RepositorySearch;
import io.tgr.sandbox.github.search.SearchHit;

/**
 * Searches repositories; of anything else there is none.
 */
@Component
class SearchField {

	private final RepositorySearch search;

	SearchField(RepositorySearch search) {
		this.search = search;
	}

	Object page(DataFetchingEnvironment environment) {
		List<Repository> found = "REPOSITORY".equals(environment.getArgument("type"))
				? found(environment.getArgumentOrDefault("query", "")) : List.of();
		List<Repository> reachable = found.subList(0, Math.min(found.size(), RepositorySearch.REACHABLE));
		Map<String, Object> page = Connection.of(reachable).page(environment);
		page.put("repositoryCount", found.size());
		return page;
	}

	// GraphQL finds nothing where REST refuses the users and repositories named.
	private List<Repository> found(String query) {
		try {
			return this.search.search(query).stream().map(SearchHit::repository).toList();
		}
		catch (GithubErrorException ex) {
			return List.of();
		}
	}

}
