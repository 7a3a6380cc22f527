package io.tgr.sandbox.github.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.tgr.sandbox.github.catalogue.Catalogue;
import io.tgr.sandbox.github.catalogue.Languages;
import io.tgr.sandbox.github.catalogue.Repository;
import io.tgr.sandbox.github.catalogue.Snapshot;

/** Searches the repositories of the present day. */
@Component
public class RepositorySearch {

	/** No search gives more than its first thousand results. */
	public static final int REACHABLE = 1_000;

	private final Catalogue catalogue;

	private final Qualifiers qualifiers;

	RepositorySearch(Catalogue catalogue, Languages languages) {
		this.catalogue = catalogue;
		this.qualifiers = new Qualifiers(languages);
	}

	/**
	 * Search with the order that the query itself may name, as GraphQL has it:
	 * {@code sort:stars-asc}.
	 * @param query words and qualifiers
	 * @return every match in order, more than are {@link #REACHABLE}
	 */
	public List<SearchHit> search(String query) {
		RepositoryQuery parsed = new RepositoryQuery(query, this.qualifiers);
		String sort = parsed.sort();
		boolean ascending = sort != null && sort.endsWith("-asc");
		String named = (sort != null) ? sort.replaceFirst("-(asc|desc)$", "") : null;
		return search(parsed, SearchOrder.of(named), ascending);
	}

	/**
	 * Search.
	 * @param query words and qualifiers
	 * @param order the order
	 * @param ascending whether the lowest value comes first
	 * @return every match in order, more than are {@link #REACHABLE}
	 */
	public List<SearchHit> search(String query, SearchOrder order, boolean ascending) {
		return search(new RepositoryQuery(query, this.qualifiers), order, ascending);
	}

	private List<SearchHit> search(RepositoryQuery query, SearchOrder order, boolean ascending) {
		Snapshot snapshot = this.catalogue.snapshot();
		refuseUnknown(query.scope(), snapshot);
		Words words = query.words();
		List<SearchHit> hits = new ArrayList<>();
		for (Repository repository : snapshot.repositories()) {
			if (query.matches(repository)) {
				double score = words.score(repository);
				if (score > 0) {
					hits.add(new SearchHit(repository, score));
				}
			}
		}
		hits.sort(order.comparator(ascending));
		return hits;
	}

	private static void refuseUnknown(@Nullable Predicate<Repository> scope, Snapshot snapshot) {
		if (scope != null && snapshot.repositories().stream().noneMatch(scope)) {
			throw SearchErrors.UNKNOWN_SCOPE.exception();
		}
	}

}
