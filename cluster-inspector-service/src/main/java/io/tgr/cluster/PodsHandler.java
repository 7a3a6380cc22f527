package io.tgr.cluster;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

import io.tgr.cluster.access.View;
import io.tgr.cluster.query.PodPage;
import io.tgr.cluster.query.PodPages;
import io.tgr.cluster.query.PodQueries;
import io.tgr.cluster.query.PodQuery;
import io.tgr.cluster.row.CallerRights;
import io.tgr.cluster.row.RowWriter;

/**
 * {@code GET /pods}.
 */
@Component
class PodsHandler {

	private static final List<Representation> FORMS = List.of(Representation.JSON, Representation.TABLE,
			Representation.EVENTS, Representation.POD_LIST);

	private final PodQueries queries;

	private final Admission admission;

	private final PodPages pages;

	private final CallerRights rights;

	private final RowWriter writer;

	private final PageWriter answers;

	private final StreamHandler stream;

	private final PodListHandler podList;

	PodsHandler(PodQueries queries, Admission admission, PodPages pages, CallerRights rights, RowWriter writer,
			PageWriter answers, StreamHandler stream, PodListHandler podList) {
		this.queries = queries;
		this.admission = admission;
		this.pages = pages;
		this.rights = rights;
		this.writer = writer;
		this.answers = answers;
		this.stream = stream;
		this.podList = podList;
	}

	@Operation(operationId = "pods", summary = "The pods of the cluster", description = """
			What `kubectl get pods -o wide` says, from memory, and some more. Only the pods that the caller may \
			list are in it. `Accept: text/plain` gives the table as `kubectl get pods -A -o wide` prints it, \
			`text/event-stream` the rows as they change, `application/json;as=PodList` the API server's own \
			objects, without the values of environment variables.""")
	@DescribedFilters
	@Parameter(in = ParameterIn.QUERY, name = "limit", description = "Rows at most; of a PodList, 500 at most",
			schema = @Schema(type = "integer", minimum = "1", maximum = "5000", defaultValue = "500"))
	@Parameter(in = ParameterIn.QUERY, name = "continue",
			description = "What the last page said under `continue`, with the same filters and sort",
			schema = @Schema(type = "string"))
	@Parameter(in = ParameterIn.QUERY, name = "sort",
			description = "`name`: namespace and name; `age`: the youngest first; `restarts`, `cpu`, `memory`: the most first; `status`, `node`: by the alphabet. With `-` before it the other way round",
			schema = @Schema(type = "string",
					allowableValues = { "name", "age", "restarts", "status", "node", "cpu", "memory", "-name", "-age",
							"-restarts", "-status", "-node", "-cpu", "-memory" },
					defaultValue = "name"))
	@ApiResponse(responseCode = "200", description = "The pods",
			content = { @Content(mediaType = "application/json", schema = @Schema(implementation = PodsAnswer.class)),
					@Content(mediaType = "text/plain", schema = @Schema(type = "string")),
					@Content(mediaType = "text/event-stream", schema = @Schema(type = "string")),
					@Content(mediaType = "application/json;as=PodList", schema = @Schema(type = "object")) })
	Mono<ServerResponse> pods(ServerRequest request) {
		return switch (Representation.choose(request.headers().asHttpHeaders(), FORMS)) {
			case JSON -> page(request, Representation.JSON);
			case TABLE -> page(request, Representation.TABLE);
			case EVENTS -> this.stream.follow(request);
			case POD_LIST -> this.podList.list(request);
		};
	}

	private Mono<ServerResponse> page(ServerRequest request, Representation form) {
		PodQuery query = this.queries.query(request);
		return this.admission.toList(request, query.namespaces())
			.flatMap((view) -> page(query, view).flatMap((page) -> (form == Representation.TABLE)
					? this.answers.table(request, view, page) : this.rights.in(view, namespaces(page))
						.flatMap((parts) -> this.answers.json(query, view, page, parts))));
	}

	private Mono<PodPage> page(PodQuery query, View view) {
		if (!query.order().byUsage()) {
			return Mono.fromSupplier(() -> this.pages.page(query, view, (row) -> null));
		}
		return this.rights.in(view, this.pages.namespaces(query.filter(), view))
			.map((parts) -> this.pages.page(query, view, (row) -> this.writer.used(row, parts)));
	}

	private static Set<String> namespaces(PodPage page) {
		Set<String> namespaces = new TreeSet<>();
		page.rows().forEach((row) -> namespaces.add(row.key().namespace()));
		return namespaces;
	}

}
