package io.tgr.details;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Several repositories, in the order asked for.
 *
 * @param asOf when the answer was put together
 * @param complete whether all that was asked for is there
 * @param items the repositories
 */
record BatchAnswer(Instant asOf, boolean complete, List<RepositoryDetails> items) {

	public BatchAnswer {
		asOf = asOf.truncatedTo(ChronoUnit.MILLIS);
		items = List.copyOf(items);
	}

	static BatchAnswer of(Instant asOf, List<RepositoryDetails> items) {
		return new BatchAnswer(asOf, items.stream().allMatch(RepositoryDetails::complete), items);
	}

}
