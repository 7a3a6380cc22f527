package io.tgr.trending;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.HandlerFilterFunction;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Holds every answer to its time, whatever it waits for.
 */
@Component
class AnswerDeadline implements HandlerFilterFunction<ServerResponse, ServerResponse> {

	private final Duration timeout;

	AnswerDeadline(AnswerProperties properties) {
		this.timeout = properties.timeout();
	}

	@Override
	public Mono<ServerResponse> filter(ServerRequest request, HandlerFunction<ServerResponse> next) {
		return next.handle(request)
			.timeout(this.timeout)
			.onErrorMap(TimeoutException.class, OverloadedException::new)
			.onErrorMap(RejectedExecutionException.class, OverloadedException::new);
	}

}
