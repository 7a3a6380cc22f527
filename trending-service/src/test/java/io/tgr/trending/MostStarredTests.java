package io.tgr.trending;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import io.tgr.trending.discovery.TooManyLiveRunsException;
import io.tgr.trending.pool.CandidatePool;
import io.tgr.trending.pool.PoolProperties;

import static org.assertj.core.api.Assertions.assertThat;

class MostStarredTests {

	private final AtomicInteger searches = new AtomicInteger();

	private final ScriptedDiscovery discovery = new ScriptedDiscovery();

	private final MostStarred mostStarred = new MostStarred(this.discovery,
			new CandidatePool(new PoolProperties(10), Clock.systemUTC()), new Fallbacks(new SimpleMeterRegistry()),
			Schedulers.immediate(), new AnswerProperties(null, null, DataSize.ofMegabytes(1), Duration.ZERO,
					Duration.ofSeconds(10), Duration.ofSeconds(1), 16, Duration.ofMinutes(10), 2),
			Clock.systemUTC());

	@Test
	void searchesOnceForAllWhoAskTogetherAndAfterwards() {
		Sinks.One<List<String>> page = Sinks.one();
		this.discovery.mostStarred = page.asMono().doOnSubscribe((subscription) -> this.searches.incrementAndGet());
		StepVerifier
			.create(Flux.range(1, 64).flatMap((count) -> this.mostStarred.of("Java", (count % 2 == 0) ? 1 : 3), 64))
			.then(() -> page.tryEmitValue(List.of("a/a", "b/b")))
			.expectNextCount(64)
			.expectComplete()
			.verify(Duration.ofSeconds(5));
		assertThat(this.mostStarred.of("Java", 1).toFuture())
			.isCompletedWithValue(new MostStarred.Found(List.of("a/a"), null, null));
		assertThat(this.searches).hasValue(1);
	}

	@Test
	void endsASearchWhenTheLastOfThoseWhoAskLeaves() {
		AtomicInteger cancelled = new AtomicInteger();
		this.discovery.mostStarred = Mono.<List<String>>never()
			.doOnSubscribe((subscription) -> this.searches.incrementAndGet())
			.doOnCancel(cancelled::incrementAndGet);
		Disposable one = this.mostStarred.of("Java", 1).subscribe();
		Disposable other = this.mostStarred.of("Java", 3).subscribe();
		one.dispose();
		assertThat(cancelled).hasValue(0);
		other.dispose();
		assertThat(cancelled).hasValue(1);
		assertThat(this.searches).hasValue(1);
		this.discovery.mostStarred = Mono.just(List.of("a/a"));
		assertThat(this.mostStarred.of("Java", 1).toFuture())
			.isCompletedWithValue(new MostStarred.Found(List.of("a/a"), null, null));
	}

	@Test
	void searchesForSoManyLanguagesAtATime() {
		this.discovery.mostStarred = Mono.never();
		Disposable java = this.mostStarred.of("Java", 1).subscribe();
		Disposable c = this.mostStarred.of("C", 1).subscribe();
		StepVerifier.create(this.mostStarred.of("Go", 1))
			.expectError(TooManyLiveRunsException.class)
			.verify(Duration.ofSeconds(5));
		java.dispose();
		this.discovery.mostStarred = Mono.just(List.of("a/a"));
		assertThat(this.mostStarred.of("Go", 1).toFuture())
			.isCompletedWithValue(new MostStarred.Found(List.of("a/a"), null, null));
		c.dispose();
	}

	@Test
	void searchesAgainAfterAFailure() {
		this.discovery.mostStarred = Mono.error(new IllegalStateException());
		StepVerifier.create(this.mostStarred.of("Java", 1)).expectError().verify(Duration.ofSeconds(5));
		this.discovery.mostStarred = Mono.just(List.of("a/a"));
		StepVerifier.create(this.mostStarred.of("Java", 1))
			.expectNext(new MostStarred.Found(List.of("a/a"), null, null))
			.expectComplete()
			.verify(Duration.ofSeconds(5));
	}

}
