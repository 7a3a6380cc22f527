package io.tgr.trending;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.tgr.trending.archive.Earlier;

/**
 * Says in an answer what is not known of the time before it.
 */
@Component
class EarlierGaps {

	private static final String NOT_KEPT = "not-kept";

	private final Fallbacks fallbacks;

	EarlierGaps(Fallbacks fallbacks) {
		this.fallbacks = fallbacks;
	}

	TrendingAnswer told(TrendingQuery query, TrendingAnswer answer, Earlier earlier) {
		String gap = gap(query.filter().onlyNew(), earlier);
		return (gap != null) ? answer.with(answer.items(), answer.coverage().with(gap), false) : answer;
	}

	private @Nullable String gap(boolean onlyNew, Earlier earlier) {
		if (!earlier.isRead()) {
			if (onlyNew) {
				throw new ArchiveUnavailableException("what is new");
			}
			this.fallbacks.histories("earlier", ArchiveUnavailableException.REASON);
			return ArchiveUnavailableException.REASON;
		}
		return (onlyNew && !earlier.isWeekKnown()) ? NOT_KEPT : null;
	}

}
