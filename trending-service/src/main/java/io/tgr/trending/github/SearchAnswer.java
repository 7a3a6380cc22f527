package io.tgr.trending.github;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A page of search results, as GitHub sends it.
 *
 * @param totalCount how many repositories match
 * @param incompleteResults whether the search ran out of time before it saw them all
 * @param items the repositories of this page
 */
record SearchAnswer(@JsonProperty("total_count") long totalCount,
		@JsonProperty("incomplete_results") boolean incompleteResults, List<SearchItem> items) {

}
