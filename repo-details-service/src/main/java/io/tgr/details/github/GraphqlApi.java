package io.tgr.details.github;

import java.net.URI;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/**
 * The GraphQL endpoint.
 */
@HttpExchange(contentType = "application/json", accept = "application/json")
interface GraphqlApi {

	@PostExchange
	Mono<GraphqlAnswer> ask(URI url, @RequestBody GraphqlQuestion question);

}
