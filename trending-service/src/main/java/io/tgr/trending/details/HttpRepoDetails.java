package io.tgr.trending.details;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import io.tgr.common.github.CallPriority;
import io.tgr.common.resilience.Neighbour;

/**
 * Asks repo-details over HTTP; background work has a bulkhead and a breaker of its own,
 * so that it never stands in the way of a question somebody waits for.
 */
class HttpRepoDetails implements RepoDetails {

	private static final int SIDE_BY_SIDE = 8;

	private final DetailsEndpoint endpoint;

	private final Neighbour live;

	private final Neighbour background;

	private final DetailsProperties properties;

	private final DetailsFailures failures;

	private final Clock clock;

	HttpRepoDetails(DetailsEndpoint endpoint, Neighbour live, Neighbour background, DetailsProperties properties,
			Clock clock) {
		this.endpoint = endpoint;
		this.live = live;
		this.background = background;
		this.properties = properties;
		this.failures = new DetailsFailures(clock);
		this.clock = clock;
	}

	@Override
	public Mono<RawRepository> raw(String fullName) {
		int slash = fullName.indexOf('/');
		return this.live
			.protect(Mono.defer(() -> this.endpoint.raw(fullName.substring(0, slash), fullName.substring(slash + 1)))
				.map((answer) -> RawRepository.of(answer, this.clock))
				.onErrorMap(this.failures::meaning))
			.onErrorMap(this.failures::unlessNamed);
	}

	@Override
	public Flux<Enrichment> enrich(List<String> names) {
		return batches(names, (batch, priority) -> this.endpoint.enrich(BatchRequest.everythingElse(batch), priority))
			.map(HttpRepoDetails::enrichment);
	}

	@Override
	public Flux<Measurement> measure(List<String> names) {
		return batches(names, (batch, priority) -> this.endpoint.measure(BatchRequest.stars(batch), priority))
			.map((repository) -> repository.toMeasurement(this.clock));
	}

	@Override
	public Mono<DetailsQuota> quota() {
		return this.live.protect(Mono.defer(this.endpoint::quota).onErrorMap(this.failures::meaning))
			.onErrorMap(this.failures::unlessNamed);
	}

	private <T> Flux<T> batches(List<String> names, BatchCall<T> call) {
		return Flux.deferContextual((context) -> (CallPriority.of(context) == CallPriority.BACKGROUND)
				? batches(names, this.properties.detailsBackgroundBatch(), 1,
						(batch) -> protect(this.background, call.ask(batch, DetailsEndpoint.BACKGROUND)))
				: batches(names, this.properties.detailsLiveBatch(), SIDE_BY_SIDE,
						(batch) -> protect(this.live, call.ask(batch, null))));
	}

	private static <T> Flux<T> batches(List<String> names, int size, int sideBySide,
			Function<List<String>, Flux<T>> call) {
		List<List<String>> batches = new ArrayList<>();
		for (int from = 0; from < names.size(); from += size) {
			batches.add(List.copyOf(names.subList(from, Math.min(names.size(), from + size))));
		}
		return Flux.fromIterable(batches).flatMap(call, sideBySide);
	}

	private <T> Flux<T> protect(Neighbour neighbour, Flux<T> call) {
		return neighbour.protect(call.onErrorMap(this.failures::meaning)).onErrorMap(this.failures::unlessNamed);
	}

	private static Enrichment enrichment(JsonNode answer) {
		String fullName = answer.path("fullName").asString("");
		return new Enrichment(answer.path("requestedName").asString(fullName), fullName, answer);
	}

	/**
	 * A call for one batch.
	 *
	 * @param <T> what each line of the answer is
	 */
	private interface BatchCall<T> {

		Flux<T> ask(List<String> names, @Nullable String priority);

	}

}
