package io.tgr.trending;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

import io.tgr.trending.details.Enrichment;
import io.tgr.trending.details.RepoDetails;

/**
 * Adds to each row what repo-details says; rows whose details do not come in time stay
 * without, and the answer says so.
 */
@Component
final class RowDetails {

	private static final Logger log = LoggerFactory.getLogger(RowDetails.class);

	private static final String UNAVAILABLE = "details-unavailable";

	private final RepoDetails details;

	private final Fallbacks fallbacks;

	private final AnswerProperties properties;

	RowDetails(RepoDetails details, Fallbacks fallbacks, AnswerProperties properties) {
		this.details = details;
		this.fallbacks = fallbacks;
		this.properties = properties;
	}

	Mono<TrendingAnswer> add(TrendingAnswer answer, Mono<Long> deadline) {
		List<String> names = answer.items().stream().map(TrendingRow::fullName).toList();
		Map<String, JsonNode> found = new HashMap<>();
		return this.details.enrich(names)
			.take(this.properties.detailsTimeout())
			.takeUntilOther(deadline)
			.filter(RowDetails::succeeded)
			.doOnNext((enrichment) -> found.put(key(enrichment.requestedName()), enrichment.details()))
			.then()
			.onErrorResume((failure) -> {
				log.debug("No details", failure);
				return Mono.empty();
			})
			.then(Mono.fromSupplier(() -> merged(answer, found)));
	}

	private TrendingAnswer merged(TrendingAnswer answer, Map<String, JsonNode> found) {
		List<TrendingRow> rows = answer.items()
			.stream()
			.map((row) -> row.with(found.getOrDefault(key(row.fullName()), NullNode.getInstance())))
			.toList();
		boolean whole = rows.stream().allMatch((row) -> row.details() != NullNode.getInstance());
		if (whole) {
			return answer.with(rows, answer.coverage(), answer.complete());
		}
		this.fallbacks.missing("details", UNAVAILABLE);
		return answer.with(rows, answer.coverage().with(UNAVAILABLE), false);
	}

	private static boolean succeeded(Enrichment enrichment) {
		JsonNode problem = enrichment.details().get("problem");
		return problem == null || problem.isNull();
	}

	private static String key(String fullName) {
		return fullName.toLowerCase(Locale.ROOT);
	}

}
