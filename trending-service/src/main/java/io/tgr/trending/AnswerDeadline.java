package io.tgr.trending;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Holds every answer to its time, whatever it waits for.
 */
@Component
class AnswerDeadline {

	private final Duration timeout;

	AnswerDeadline(AnswerProperties properties) {
		this.timeout = properties.timeout();
	}

	<T> Mono<T> hold(Mono<T> answer) {
		return answer.timeout(this.timeout)
			.onErrorMap(TimeoutException.class, OverloadedException::new)
			.onErrorMap(RejectedExecutionException.class, OverloadedException::new);
	}

}
