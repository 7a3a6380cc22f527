package io.tgr.cluster;

import java.time.Duration;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import reactor.core.publisher.Mono;

/**
 * The answers on their way that take much memory: only so many at once.
 */
final class BigAnswers {

	private final Bulkhead bulkhead;

	BigAnswers(AnswerProperties properties) {
		this.bulkhead = Bulkhead.of("big-answers",
				BulkheadConfig.custom()
					.maxConcurrentCalls(properties.bigAnswers())
					.maxWaitDuration(Duration.ZERO)
					.build());
	}

	/**
	 * Lets an answer go, if there is room for it.
	 * @param answer the answer
	 * @return the answer, which fails at once if there is none
	 */
	Mono<Void> admit(Mono<Void> answer) {
		int most = this.bulkhead.getBulkheadConfig().getMaxConcurrentCalls();
		return answer.transformDeferred(BulkheadOperator.of(this.bulkhead))
			.onErrorMap(BulkheadFullException.class, (ex) -> new TooManyBigAnswersException(most));
	}

}
