package io.tgr.trending;

import org.jspecify.annotations.Nullable;

import io.tgr.trending.archive.Earlier;

/**
 * Says in an answer what is not known of the time before it.
 */
final class EarlierGaps {

	private static final String NOT_KEPT = "not-kept";

	private EarlierGaps() {
	}

	static TrendingAnswer told(TrendingQuery query, TrendingAnswer answer, Earlier earlier) {
		String gap = gap(query.filter().onlyNew(), earlier);
		return (gap != null) ? answer.with(answer.items(), answer.coverage().with(gap), false) : answer;
	}

	private static @Nullable String gap(boolean onlyNew, Earlier earlier) {
		if (!earlier.isRead()) {
			if (onlyNew) {
				throw new ArchiveUnavailableException("what is new");
			}
			return ArchiveUnavailableException.REASON;
		}
		return (onlyNew && !earlier.isWeekKnown()) ? NOT_KEPT : null;
	}

}
