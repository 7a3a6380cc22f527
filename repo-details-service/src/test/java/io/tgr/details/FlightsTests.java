package io.tgr.details;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.publisher.PublisherProbe;

import static org.assertj.core.api.Assertions.assertThat;

class FlightsTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T12:00:00Z"));

	private final Flights<String> flights = new Flights<>(this.clock);

	@Test
	void sharesACallAmongThoseWhoAskMeanwhile() {
		AtomicInteger calls = new AtomicInteger();
		Sinks.One<String> answer = Sinks.one();
		Mono<String> call = Mono.defer(() -> {
			calls.incrementAndGet();
			return answer.asMono();
		});
		Flux<String> askers = Flux.range(0, 64).flatMap((asker) -> this.flights.join("a", call), 64);
		StepVerifier.create(askers)
			.then(() -> answer.tryEmitValue("x"))
			.expectNextCount(64)
			.expectComplete()
			.verify(TIMEOUT);
		assertThat(calls).hasValue(1);
	}

	@Test
	void callsAgainOnceTheCallHasEnded() {
		AtomicInteger calls = new AtomicInteger();
		Mono<Integer> call = Mono.fromCallable(calls::incrementAndGet);
		StepVerifier.create(this.flights.join("a", call).concatWith(this.flights.join("a", call)))
			.expectNext(1, 2)
			.expectComplete()
			.verify(TIMEOUT);
	}

	@Test
	void whoHeardOfTheEndAsksAnew() {
		Mono<String> failed = this.flights.join("a", Mono.error(new IllegalStateException("404")));
		Mono<String> answered = this.flights.join("a", Mono.just("x"));
		StepVerifier
			.create(failed.onErrorResume((failure) -> answered)
				.flatMap((value) -> this.flights.join("a", Mono.just("y"))))
			.expectNext("y")
			.expectComplete()
			.verify(TIMEOUT);
	}

	@Test
	void cancelsTheCallWhenTheLastOneLeaves() {
		PublisherProbe<String> call = PublisherProbe.of(Mono.never());
		Disposable first = this.flights.join("a", call.mono()).subscribe();
		Disposable second = this.flights.join("a", call.mono()).subscribe();
		first.dispose();
		call.assertWasNotCancelled();
		second.dispose();
		call.assertWasCancelled();
		assertThat(call.subscribeCount()).isOne();
	}

	@Test
	void startsAnewAfterACancelledCall() {
		this.flights.join("a", Mono.never()).subscribe().dispose();
		StepVerifier.create(this.flights.join("a", Mono.just("x"))).expectNext("x").expectComplete().verify(TIMEOUT);
	}

	@Test
	void sharesFailures() {
		Sinks.One<String> answer = Sinks.one();
		List<Throwable> failures = new ArrayList<>();
		this.flights.join("a", answer.asMono()).subscribe((value) -> {
		}, failures::add);
		this.flights.join("a", answer.asMono()).subscribe((value) -> {
		}, failures::add);
		answer.tryEmitError(new IllegalStateException("down"));
		assertThat(failures).hasSize(2).allSatisfy((failure) -> assertThat(failure).hasMessage("down"));
	}

	@Test
	void asksForManyByCommonCallsAndNotAgainForWhatIsOnItsWay() {
		List<List<String>> calls = new ArrayList<>();
		Map<String, Mono<String>> first = this.flights.joinAll(List.of("a", "b", "c"), 2,
				(keys) -> answers(calls, keys, Mono.never()));
		Map<String, Mono<String>> second = this.flights.joinAll(List.of("b", "d"), 2,
				(keys) -> answers(calls, keys, Mono.never()));
		assertThat(calls).isEmpty();
		List<Disposable> askers = Flux.concat(Flux.fromIterable(first.values()), Flux.fromIterable(second.values()))
			.map(Mono::subscribe)
			.collectList()
			.block(TIMEOUT);
		assertThat(calls).containsExactly(List.of("a", "b"), List.of("c"), List.of("d"));
		assertThat(askers).hasSize(5);
	}

	@Test
	void keepsTheAnswersOfACommonCallForThoseWhoComeLate() {
		List<List<String>> calls = new ArrayList<>();
		Map<String, Mono<String>> joined = this.flights.joinAll(List.of("a", "b"), 20,
				(keys) -> answers(calls, keys, Mono.empty()));
		for (int turn = 0; turn < 3; turn++) {
			StepVerifier.create(answer(joined, "a")).expectNext("answer to a").expectComplete().verify(TIMEOUT);
			StepVerifier.create(answer(joined, "b")).expectNext("answer to b").expectComplete().verify(TIMEOUT);
		}
		assertThat(calls).hasSize(1);
	}

	@Test
	void cancelsACommonCallOnlyWhenNobodyWaitsForAnyOfItsAnswers() {
		PublisherProbe<Map<String, Mono<String>>> call = PublisherProbe.of(Mono.never());
		Map<String, Mono<String>> joined = this.flights.joinAll(List.of("a", "b"), 20, (keys) -> call.mono());
		Disposable first = answer(joined, "a").subscribe();
		Disposable second = answer(joined, "b").subscribe();
		first.dispose();
		call.assertWasNotCancelled();
		second.dispose();
		call.assertWasCancelled();
	}

	@Test
	void forgetsACallThatNobodyBoarded() {
		List<List<String>> calls = new ArrayList<>();
		Map<String, Mono<String>> first = this.flights.joinAll(List.of("a"), 2,
				(keys) -> answers(calls, keys, Mono.empty()));
		assertThat(joinedAgain(calls)).isSameAs(answer(first, "a"));
		this.clock.advance(Duration.ofMinutes(2));
		assertThat(joinedAgain(calls)).isNotSameAs(answer(first, "a"));
		assertThat(calls).isEmpty();
	}

	private Mono<String> joinedAgain(List<List<String>> calls) {
		return answer(this.flights.joinAll(List.of("a"), 2, (keys) -> answers(calls, keys, Mono.empty())), "a");
	}

	private static <T> Mono<T> answer(Map<String, Mono<T>> joined, String key) {
		return Objects.requireNonNull(joined.get(key));
	}

	private static Mono<Map<String, Mono<String>>> answers(List<List<String>> calls, List<String> keys,
			Mono<Void> before) {
		return Mono.defer(() -> {
			calls.add(keys);
			Map<String, Mono<String>> answers = new HashMap<>();
			keys.forEach((key) -> answers.put(key, Mono.just("answer to " + key)));
			return before.thenReturn(answers);
		});
	}

}
