package io.tgr.common.github;

import java.util.function.Consumer;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Keeps failures out of the log that come when nobody waits for the answer any more.
 */
final class LateFailureFilter implements ExchangeFilterFunction {

	private static final Log logger = LogFactory.getLog(LateFailureFilter.class);

	// Reactor's name for who is told of them.
	private static final String DROPPED = "reactor.onErrorDropped.local";

	private static final Consumer<Throwable> LATE = (ex) -> logger.debug("A failure came too late", ex);

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		return next.exchange(request).contextWrite(Context.of(DROPPED, LATE));
	}

}
