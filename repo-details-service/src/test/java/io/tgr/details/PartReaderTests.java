package io.tgr.details;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.publisher.PublisherProbe;

import io.tgr.common.github.CallPriority;
import io.tgr.common.github.GithubException;
import io.tgr.common.github.GithubFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

class PartReaderTests {

	private static final RepositoryName NAME = RepositoryName.of("o", "n");

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private static final GithubException DOWN = new GithubException(GithubFailure.UNAVAILABLE, null);

	private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T12:00:00Z"));

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final PartStore store = new PartStore(mock(), DetailsPropertiesFixture.defaults(), this.meters);

	private final PartReader reader = new PartReader(
			new PartCache(DetailsPropertiesFixture.defaults(), this.store, this.clock, this.meters),
			new Fallbacks(this.meters), this.clock);

	private final AtomicInteger calls = new AtomicInteger();

	@Test
	void asksOnlyOnceWhileTheAnswerIsFresh() {
		read(Slot.community(NAME), answer(new Community(1, List.of())));
		this.clock.advance(Duration.ofHours(23));
		Outcome<Community> again = read(Slot.community(NAME), answer(new Community(2, List.of())));
		assertThat(again.required().healthPercentage()).isOne();
		assertThat(again.stale()).isFalse();
		assertThat(again.asOf()).isEqualTo("2026-11-22T12:00:00Z");
		assertThat(this.calls).hasValue(1);
	}

	@Test
	void asksAgainWhenTheAnswerIsOld() {
		read(Slot.community(NAME), answer(new Community(1, List.of())));
		this.clock.advance(Duration.ofHours(24));
		Outcome<Community> again = read(Slot.community(NAME), answer(new Community(2, List.of())));
		assertThat(again.required().healthPercentage()).isEqualTo(2);
		assertThat(again.asOf()).isEqualTo("2026-11-23T12:00:00Z");
	}

	@Test
	void believesStarsOnlyUntilMidnight() {
		this.clock.advance(Duration.ofHours(12).minusSeconds(1));
		read(Slot.stars(NAME, 6), answer(List.of()));
		this.clock.advance(Duration.ofSeconds(1));
		read(Slot.stars(NAME, 6), answer(List.of()));
		assertThat(this.calls).hasValue(2);
	}

	@Test
	void givesTheOldAnswerWhenGithubIsDownAndCountsIt() {
		read(Slot.community(NAME), answer(new Community(1, List.of())));
		this.clock.advance(Duration.ofHours(25));
		Outcome<Community> again = read(Slot.community(NAME), Mono.error(DOWN));
		assertThat(again.required().healthPercentage()).isOne();
		assertThat(again.stale()).isTrue();
		assertThat(again.missing()).isNull();
		assertThat(fallbacks("stale")).isEqualTo(1);
	}

	@Test
	void forgetsWhatIsTooOldToBeWorthAnything() {
		read(Slot.community(NAME), answer(new Community(1, List.of())));
		this.clock.advance(Duration.ofDays(3));
		assertThat(read(Slot.community(NAME), Mono.error(DOWN)).missing()).isEqualTo(DOWN);
	}

	@Test
	void saysWhyThereIsNoAnswer() {
		Outcome<Community> outcome = read(Slot.community(NAME), Mono.error(DOWN));
		assertThat(outcome.missing()).isEqualTo(DOWN);
		assertThat(fallbacks("missing")).isEqualTo(1);
	}

	@Test
	void givesNoOldAnswerForARepositoryThatIsGone() {
		read(Slot.community(NAME), answer(new Community(1, List.of())));
		this.clock.advance(Duration.ofHours(25));
		GithubException gone = new GithubException(GithubFailure.NOT_FOUND, null);
		assertThat(read(Slot.community(NAME), Mono.error(gone)).missing()).isEqualTo(gone);
	}

	@Test
	void failsWithoutAnAnswerInTime() {
		PublisherProbe<Known<Community>> call = PublisherProbe.of(Mono.never());
		Outcome<Community> outcome = outcome(this.reader.read(Slot.community(NAME),
				question(CallPriority.INTERACTIVE, Duration.ofMillis(400)), call.mono()));
		assertThat(outcome.missing()).isInstanceOfSatisfying(GithubException.class,
				(ex) -> assertThat(ex.failure()).isEqualTo(GithubFailure.TIMEOUT));
		call.assertWasCancelled();
	}

	@Test
	void callsNobodyAfterTheDeadline() {
		PublisherProbe<Known<Community>> call = PublisherProbe.of(Mono.never());
		this.reader.read(Slot.community(NAME), question(CallPriority.INTERACTIVE, Duration.ZERO), call.mono())
			.block(TIMEOUT);
		call.assertWasNotSubscribed();
	}

	@Test
	void treatsAnEmptyAnswerAsUnreadable() {
		assertThat(read(Slot.community(NAME), Mono.empty()).missing()).isInstanceOfSatisfying(GithubException.class,
				(ex) -> assertThat(ex.failure()).isEqualTo(GithubFailure.UNREADABLE));
	}

	@Test
	void sharesOneCallAmongEqualQuestions() {
		Sinks.One<Community> github = Sinks.one();
		Mono<Known<Community>> call = this.reader
			.timed(github.asMono().doOnSubscribe((s) -> this.calls.getAndIncrement()));
		Question question = question(CallPriority.INTERACTIVE, TIMEOUT);
		Mono<List<Outcome<Community>>> outcomes = Flux.range(0, 64)
			.flatMap((asker) -> this.reader.read(Slot.community(NAME), question, call), 64)
			.collectList();
		Mono<List<Outcome<Community>>> answered = outcomes.doOnSubscribe((s) -> Mono.delay(Duration.ofMillis(20))
			.subscribe((tick) -> github.tryEmitValue(new Community(1, List.of()))));
		assertThat(answered.block(TIMEOUT)).hasSize(64)
			.allSatisfy((outcome) -> assertThat(outcome.value()).isNotNull());
		assertThat(this.calls).hasValue(1);
	}

	@Test
	void letsNoInteractiveQuestionDependOnABackgroundCall() {
		Mono<Known<Community>> never = Mono.<Known<Community>>never()
			.doOnSubscribe((subscription) -> this.calls.incrementAndGet());
		this.reader.read(Slot.community(NAME), question(CallPriority.BACKGROUND, TIMEOUT), never).subscribe().dispose();
		this.reader.read(Slot.community(NAME), question(CallPriority.BACKGROUND, TIMEOUT), never).subscribe();
		Outcome<Community> outcome = read(Slot.community(NAME), answer(new Community(1, List.of())));
		assertThat(outcome.value()).isNotNull();
		assertThat(this.calls).hasValue(3);
	}

	@Test
	void marksCallsWithTheirPriority() {
		Mono<Known<Community>> call = Mono.deferContextual((context) -> Mono
			.just(new Known<>(new Community(CallPriority.of(context).ordinal(), List.of()), this.clock.instant())));
		assertThat(outcome(this.reader.read(Slot.community(NAME), question(CallPriority.BACKGROUND, TIMEOUT), call))
			.required()
			.healthPercentage()).isEqualTo(CallPriority.BACKGROUND.ordinal());
	}

	private <T> Mono<Known<T>> answer(T value) {
		return this.reader.timed(Mono.fromSupplier(() -> {
			this.calls.incrementAndGet();
			return value;
		}));
	}

	private <T> Outcome<T> read(Slot<T> slot, Mono<Known<T>> call) {
		return outcome(this.reader.read(slot, question(CallPriority.INTERACTIVE, TIMEOUT), call));
	}

	private static <T> Outcome<T> outcome(Mono<Outcome<T>> outcome) {
		return Objects.requireNonNull(outcome.block(TIMEOUT));
	}

	private double fallbacks(String to) {
		return this.meters.get("tgr.details.fallbacks")
			.tags("part", "community", "to", to, "reason", "unavailable")
			.counter()
			.count();
	}

	private static Question question(CallPriority priority, Duration time) {
		return new Question(Set.of(RepositoryPart.COMMUNITY), 30, priority, Deadline.in(time));
	}

}
