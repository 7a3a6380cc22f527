package io.tgr.trending;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

import io.tgr.common.github.GithubBudget;
import io.tgr.common.github.RateLimitBucket;
import io.tgr.common.web.KnownParameters;
import io.tgr.trending.details.DetailsQuota;
import io.tgr.trending.details.RepoDetails;
import io.tgr.trending.discovery.RefreshPlan;

/**
 * {@code GET /quota}: our bucket, and those of repo-details if it answers.
 */
@Component
class QuotaHandler {

	private static final Logger log = LoggerFactory.getLogger(QuotaHandler.class);

	private final GithubBudget budget;

	private final RepoDetails details;

	private final RefreshPlan plan;

	private final AnswerEncoder encoder;

	private final Fallbacks fallbacks;

	private final AnswerProperties properties;

	QuotaHandler(GithubBudget budget, RepoDetails details, RefreshPlan plan, AnswerEncoder encoder, Fallbacks fallbacks,
			AnswerProperties properties) {
		this.budget = budget;
		this.details = details;
		this.plan = plan;
		this.encoder = encoder;
		this.fallbacks = fallbacks;
		this.properties = properties;
	}

	@Operation(operationId = "quota", summary = "What is left of every budget at GitHub, and what it is planned for")
	@ApiResponse(responseCode = "200", description = "The buckets",
			content = @Content(mediaType = "application/json", schema = @Schema(implementation = QuotaAnswer.class)))
	Mono<ServerResponse> quota(ServerRequest request) {
		KnownParameters.require(request, Set.of());
		return this.details.quota()
			.timeout(this.properties.detailsTimeout())
			.map(Optional::of)
			.onErrorResume((failure) -> {
				log.debug("No quota of repo-details", failure);
				this.fallbacks.missing("quota", "details-unavailable");
				return Mono.just(Optional.empty());
			})
			.defaultIfEmpty(Optional.empty())
			.map(this::answer)
			.flatMap(this.encoder::single)
			.flatMap(EncodedAnswer::reply);
	}

	private QuotaAnswer answer(Optional<DetailsQuota> theirs) {
		List<QuotaAnswer.Bucket> buckets = new ArrayList<>();
		buckets.add(QuotaAnswer.Bucket.of(this.budget.quota(RateLimitBucket.SEARCH)));
		theirs.ifPresent((quota) -> quota.buckets()
			.stream()
			.filter((bucket) -> !bucket.bucket().equals("search"))
			.map(QuotaAnswer.Bucket::of)
			.forEach(buckets::add));
		return new QuotaAnswer(this.budget.credentials(), this.budget.graphqlAvailable(), theirs.isPresent(),
				(theirs.isPresent()) ? List.of() : List.of("details-unavailable"), buckets, this.plan.status());
	}

}
