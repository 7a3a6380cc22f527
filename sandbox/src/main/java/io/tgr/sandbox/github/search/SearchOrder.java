package io.tgr.sandbox.github.search;

import java.util.Comparator;

import org.jspecify.annotations.Nullable;

/** The orders of search results. */
enum SearchOrder {

	/** The best match first. */
	BEST_MATCH(null, Comparator.comparingDouble(SearchHit::score)),

	/** By stars. */
	STARS("stars", Comparator.comparingLong((hit) -> hit.repository().stars())),

	/** By forks. */
	FORKS("forks", Comparator.comparingLong((hit) -> hit.repository().forks())),

	/** By the last change. */
	UPDATED("updated", Comparator.comparingLong((hit) -> hit.repository().dates().updated().getEpochSecond())),

	/** By issues that want help. */
	HELP_WANTED_ISSUES("help-wanted-issues",
			Comparator.comparingLong((hit) -> hit.repository().extras().openIssues() / 20));

	private static final Comparator<SearchHit> TIES = Comparator
		.comparingLong((SearchHit hit) -> hit.repository().stars())
		.reversed()
		.thenComparingLong((hit) -> hit.repository().id());

	private final @Nullable String parameter;

	private final Comparator<SearchHit> ascending;

	SearchOrder(@Nullable String parameter, Comparator<SearchHit> ascending) {
		this.parameter = parameter;
		this.ascending = ascending;
	}

	/**
	 * Read the parameter {@code sort}.
	 * @param parameter the value, if there is one
	 * @return the order, the best match for anything unknown
	 */
	public static SearchOrder of(@Nullable String parameter) {
		for (SearchOrder order : values()) {
			if (order.parameter != null && order.parameter.equals(parameter)) {
				return order;
			}
		}
		return BEST_MATCH;
	}

	Comparator<SearchHit> comparator(boolean lowestFirst) {
		boolean up = lowestFirst && this != BEST_MATCH;
		return (up ? this.ascending : this.ascending.reversed()).thenComparing(TIES);
	}

}
