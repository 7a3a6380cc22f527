package io.tgr.cluster;

import java.util.List;
import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

import io.tgr.cluster.access.View;
import io.tgr.cluster.query.PodFilter;
import io.tgr.cluster.query.PodPages;
import io.tgr.cluster.query.PodQueries;
import io.tgr.cluster.watch.Freshness;
import io.tgr.cluster.watch.Owners;
import io.tgr.common.web.QueryParameters;

/**
 * {@code GET /pods/summary}.
 */
@Component
class SummaryHandler {

	private static final String TOP = "top";

	private static final int MOST = 100;

	private static final int DEFAULT = 10;

	private final PodQueries queries;

	private final Admission admission;

	private final PodPages pages;

	private final Owners owners;

	private final Freshness freshness;

	SummaryHandler(PodQueries queries, Admission admission, PodPages pages, Owners owners, Freshness freshness) {
		this.queries = queries;
		this.admission = admission;
		this.pages = pages;
		this.owners = owners;
		this.freshness = freshness;
	}

	@Operation(operationId = "podSummary", summary = "How many pods there are",
			description = "Counts by status, namespace, node and owner, each with the unhealthy ones among them, and the pods that were restarted most.")
	@DescribedFilters
	@Parameter(in = ParameterIn.QUERY, name = TOP, description = "How many of each; the rest is counted as `others`",
			schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "10"))
	@ApiResponse(responseCode = "200", description = "The counts",
			content = @Content(mediaType = "application/json", schema = @Schema(implementation = PodSummary.class)))
	Mono<ServerResponse> summary(ServerRequest request) {
		Representation.choose(request.headers().asHttpHeaders(), List.of(Representation.JSON));
		PodFilter filter = this.queries.filter(request, Set.of(TOP));
		int top = new QueryParameters(request.queryParams()).number(TOP, 1, MOST, DEFAULT);
		return this.admission.toList(request, filter.namespaces())
			.flatMap((view) -> PageWriter.ok(MediaType.APPLICATION_JSON).bodyValue(count(filter, view, top)));
	}

	private PodSummary count(PodFilter filter, View view, int top) {
		PodCounts counts = new PodCounts(top);
		this.pages.rows(filter, view).forEach((row) -> counts.add(row, this.owners.of(row)));
		return counts.summary(view, this.freshness.report(view.namespaces()));
	}

}
