package io.tgr.details;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import io.tgr.common.github.CallPriority;
import io.tgr.common.github.GithubException;
import io.tgr.common.github.GithubFailure;

/**
 * Reads one part: from memory while it is fresh, else by a call that equal questions
 * share, else from memory as stale.
 */
@Component
class PartReader {

	private final Flights<Ask> flights;

	private final PartCache cache;

	private final Fallbacks fallbacks;

	private final Clock clock;

	PartReader(PartCache cache, Fallbacks fallbacks, Clock clock) {
		this.cache = cache;
		this.fallbacks = fallbacks;
		this.clock = clock;
		this.flights = new Flights<>(clock);
	}

	/**
	 * Reads a part.
	 * @param slot where it is kept
	 * @param question how urgent it is
	 * @param call asks GitHub
	 * @param <T> the type of the part
	 * @return how it ended, never an error
	 */
	<T> Mono<Outcome<T>> read(Slot<T> slot, Question question, Mono<Known<T>> call) {
		return Mono.defer(() -> {
			Known<T> known = this.cache.find(slot);
			if (known != null && this.cache.isFresh(slot, known)) {
				return Mono.just(Outcome.fresh(known));
			}
			return question.deadline()
				.limit(this.flights.join(new Ask(slot, question.priority()), live(slot, question.priority(), call)))
				.map(Outcome::fresh)
				.onErrorResume((failure) -> Mono.just(fallBack(slot, known, failure)));
		});
	}

	/**
	 * Reads a part from memory only.
	 * @param slot where it is kept
	 * @param <T> the type of the part
	 * @return the part if it is fresh, else nothing and no failure
	 */
	<T> Outcome<T> remembered(Slot<T> slot) {
		Known<T> known = this.cache.find(slot);
		return (known != null && this.cache.isFresh(slot, known)) ? Outcome.fresh(known) : Outcome.none();
	}

	/**
	 * Notes when GitHub was asked.
	 * @param call asks GitHub
	 * @param <T> the type of the answer
	 * @return the answer and when it was asked for
	 */
	<T> Mono<Known<T>> timed(Mono<T> call) {
		return Mono.defer(() -> {
			Instant asOf = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
			return call.map((value) -> new Known<>(value, asOf));
		});
	}

	private <T> Mono<Known<T>> live(Slot<T> slot, CallPriority priority, Mono<Known<T>> call) {
		return priority.on(call.switchIfEmpty(Mono.error(() -> new GithubException(GithubFailure.UNREADABLE, null)))
			.doOnNext((known) -> this.cache.keep(slot, known)));
	}

	private <T> Outcome<T> fallBack(Slot<T> slot, @Nullable Known<T> known, Throwable failure) {
		if (isFinal(failure)) {
			return Outcome.failed(failure);
		}
		if (known != null) {
			this.fallbacks.stale(slot.kind(), failure);
			return Outcome.stale(known, failure);
		}
		this.fallbacks.missing(slot.kind(), failure);
		return Outcome.failed(failure);
	}

	/**
	 * Whether a failure says something of the repository itself: then what was known is
	 * no longer true.
	 * @param failure why there is no answer
	 * @return {@code true} if the repository is gone
	 */
	static boolean isFinal(Throwable failure) {
		return failure instanceof GithubException ex
				&& (ex.failure() == GithubFailure.NOT_FOUND || ex.failure() == GithubFailure.BLOCKED);
	}

	/**
	 * What is asked, and how urgently: an urgent question must not fail with one that may
	 * not use the whole quota.
	 *
	 * @param slot the part
	 * @param priority who goes first
	 */
	private record Ask(Slot<?> slot, CallPriority priority) {

	}

}
