package io.tgr.trending;

import java.util.List;
import java.util.function.Function;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.tgr.trending.details.DetailsQuota;
import io.tgr.trending.details.Enrichment;
import io.tgr.trending.details.Measurement;
import io.tgr.trending.details.RawRepository;
import io.tgr.trending.details.RepoDetails;

/**
 * A repo-details that does what a test says.
 */
class ScriptedDetails implements RepoDetails {

	Function<String, Mono<RawRepository>> raw = (name) -> Mono.error(new IllegalStateException(name));

	Function<List<String>, Flux<Enrichment>> enrich = (names) -> Flux.empty();

	Mono<DetailsQuota> quota = Mono.empty();

	@Override
	public Mono<RawRepository> raw(String fullName) {
		return this.raw.apply(fullName);
	}

	@Override
	public Flux<Enrichment> enrich(List<String> names) {
		return this.enrich.apply(names);
	}

	@Override
	public Flux<Measurement> measure(List<String> names) {
		return Flux.empty();
	}

	@Override
	public Mono<DetailsQuota> quota() {
		return this.quota;
	}

}
