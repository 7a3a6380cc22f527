package io.tgr.details;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import io.tgr.common.github.GithubException;
import io.tgr.common.github.GithubFailure;

/**
 * The moment by which an answer has to be there.
 *
 * @param nanos that moment, by the clock of the scheduler
 */
record Deadline(long nanos) {

	static Deadline in(Duration duration) {
		return new Deadline(now() + duration.toNanos());
	}

	private static long now() {
		return Schedulers.parallel().now(TimeUnit.NANOSECONDS);
	}

	/**
	 * Fails a call that is not there in time. Past the deadline nothing is called.
	 * @param call the call
	 * @param <T> the type of the answer
	 * @return the answer or a {@link GithubException}
	 */
	<T> Mono<T> limit(Mono<T> call) {
		Mono<T> late = Mono.error(() -> new GithubException(GithubFailure.TIMEOUT, null));
		return Mono.defer(() -> {
			long left = this.nanos - now();
			return (left > 0) ? call.timeout(Duration.ofNanos(left), late) : late;
		});
	}

}
