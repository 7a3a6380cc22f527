package io.tgr.trending.details;

import java.util.List;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What this service asks of repo-details. Every operation fails with
 * {@link DetailsUnavailableException} when repo-details itself gives no answer; the
 * {@code CallPriority} in the Reactor context travels along.
 */
public interface RepoDetails {

	/**
	 * GitHub's own JSON of a repository.
	 * @param fullName {@code owner/name}
	 * @return the JSON; fails with {@link DetailsRefusedException} when GitHub or
	 * repo-details refuses it
	 */
	Mono<RawRepository> raw(String fullName);

	/**
	 * Everything repo-details says of some repositories, in order of arrival.
	 * @param names full names, any number
	 * @return one answer a name, a failed one included
	 */
	Flux<Enrichment> enrich(List<String> names);

	/**
	 * Stars per day of some repositories, in order of arrival.
	 * @param names full names, any number
	 * @return one measurement a name, a failed one included
	 */
	Flux<Measurement> measure(List<String> names);

	/**
	 * What is left of the budgets that repo-details owns.
	 * @return its credentials and buckets
	 */
	Mono<DetailsQuota> quota();

}
