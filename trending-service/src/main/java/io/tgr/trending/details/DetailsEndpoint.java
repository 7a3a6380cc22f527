package io.tgr.trending.details;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * The endpoints of repo-details that this service uses.
 */
interface DetailsEndpoint {

	/**
	 * The header that tells background work from a question somebody waits for (RFC
	 * 9218).
	 */
	String PRIORITY = "Priority";

	/**
	 * Its value for background work.
	 */
	String BACKGROUND = "u=7";

	@GetExchange(url = "/repos/{owner}/{name}", accept = "application/vnd.github+json")
	Mono<ResponseEntity<byte[]>> raw(@PathVariable("owner") String owner, @PathVariable("name") String name);

	@PostExchange(url = "/repos/batch", contentType = "application/json", accept = "application/x-ndjson")
	Flux<MeasuredRepository> measure(@RequestBody BatchRequest request,
			@RequestHeader(name = PRIORITY, required = false) @Nullable String priority);

	@PostExchange(url = "/repos/batch", contentType = "application/json", accept = "application/x-ndjson")
	Flux<JsonNode> enrich(@RequestBody BatchRequest request,
			@RequestHeader(name = PRIORITY, required = false) @Nullable String priority);

	@GetExchange("/quota")
	Mono<DetailsQuota> quota();

}
