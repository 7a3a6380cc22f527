package io.tgr.trending.discovery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import io.tgr.common.github.GithubException;
import io.tgr.common.github.GithubFailure;
import io.tgr.trending.details.Shortfall;
import io.tgr.trending.discovery.SweepState.Stage;
import io.tgr.trending.github.SearchPage;
import io.tgr.trending.github.SearchQuery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

class LiveRunsTests {

	private static final Duration LONG = Duration.ofSeconds(5);

	private final World world = new World(Settings.discovery(Map.of()), Settings.liveRuns(Map.of())).with("Zig", 150);

	@Test
	void firstQuestionIsAnsweredInTwoRoundTrips() {
		StepVerifier.withVirtualTime(() -> this.world.discovery.ensure("Zig"), () -> this.world.scheduler, 1)
			.thenAwait(Duration.ofMillis(100))
			.expectComplete()
			.verify(LONG);
		assertThat(this.world.searches).hasSize(3);
		assertThat(this.world.measurements).hasSize(48);
		assertThat(this.world.discovery.state("Zig").stage()).isEqualTo(Stage.INCOMPLETE);
		assertThat(this.world.discovery.state("Zig").missing()).containsExactly("pending");
		assertThat(this.world.discovery.state("Zig").asOf()).isNotNull();
	}

	@Test
	void languageNobodyAskedForIsUnknown() {
		assertThat(this.world.discovery.state("Zig")).isEqualTo(new SweepState(Stage.NEVER, List.of(), null, null));
		assertThat(this.world.sweeps.inOrder()).isEmpty();
	}

	@Test
	void equalConcurrentQuestionsShareOneRun() {
		List<Disposable> callers = new ArrayList<>();
		Mono<Long> all = Flux.range(0, 64)
			.flatMap((caller) -> this.world.discovery.ensure("Zig").thenReturn(caller), 64)
			.count();
		callers.add(all.subscribe((count) -> assertThat(count).isEqualTo(64)));
		this.world.pass(Duration.ofSeconds(1));
		assertThat(callers).allMatch(Disposable::isDisposed);
		assertThat(this.world.searches).hasSize(3);
		assertThat(this.world.measurements).hasSize(48);
	}

	@Test
	void answeredQuestionStartsNoOtherRun() {
		ensure("Zig");
		ensure("Zig");
		assertThat(this.world.searches).hasSize(3);
	}

	@Test
	void runEndsWhenTheLastCallerLeaves() {
		List<Boolean> cancelled = new ArrayList<>();
		given(this.world.search.search(any()))
			.willReturn(Mono.<SearchPage>never().doOnCancel(() -> cancelled.add(true)));
		Disposable first = this.world.discovery.ensure("Zig").subscribe();
		Disposable second = this.world.discovery.ensure("Zig").subscribe();
		first.dispose();
		assertThat(cancelled).isEmpty();
		assertThat(this.world.liveRuns.active()).isTrue();
		second.dispose();
		assertThat(cancelled).hasSize(3);
		assertThat(this.world.liveRuns.active()).isFalse();
	}

	@Test
	void fifthLanguageAtATimeIsRefusedWithATime() {
		for (String language : List.of("A", "B", "C", "D")) {
			this.world.discovery.ensure(language).subscribe();
		}
		StepVerifier.create(this.world.discovery.ensure("Zig")).expectErrorSatisfies((failure) -> {
			assertThat(failure).isInstanceOf(TooManyLiveRunsException.class);
			assertThat(((TooManyLiveRunsException) failure).retryAt()).isAfter(this.world.clock.instant());
			assertThat(((TooManyLiveRunsException) failure).getHeaders().getFirst("Retry-After")).isEqualTo("5");
		}).verify(LONG);
		this.world.discovery.state("Zig");
		assertThat(this.world.sweeps.inOrder()).extracting((sweep) -> sweep.scope().language()).doesNotContain("Zig");
		this.world.pass(Duration.ofSeconds(1));
		ensure("Zig");
		assertThat(this.world.discovery.state("Zig").stage()).isEqualTo(Stage.INCOMPLETE);
	}

	@Test
	void githubDownFailsTheQuestionAndTheNextOneTriesAgain() {
		this.world.searchFailure = new GithubException(GithubFailure.UNREACHABLE, null);
		assertThat(ensure("Zig")).isInstanceOf(GithubException.class);
		assertThat(this.world.discovery.state("Zig").stage()).isEqualTo(Stage.NEVER);
		this.world.searchFailure = null;
		assertThat(ensure("Zig")).isNull();
	}

	@Test
	void quotaUsedUpIsNamed() {
		Instant reset = this.world.clock.instant().plusSeconds(600);
		this.world.shortfall = new Shortfall(Shortfall.Reason.QUOTA, reset);
		assertThat(ensure("Zig")).isNull();
		assertThat(this.world.discovery.state("Zig").missing()).containsExactly("quota");
		assertThat(this.world.pool.of("Zig")).isNotEmpty();
	}

	@Test
	void smallQuotaIsSharedAmongLanguages() {
		this.world.coreLimit = 60;
		ensure("Zig");
		assertThat(this.world.measurements).hasSize(15);
	}

	@Test
	void lowSearchBucketIsSharedAmongLanguages() {
		this.world.searchesLeft = 11;
		ensure("Zig");
		assertThat(this.world.searches).hasSize(2);
		this.world.searchesLeft = 3;
		ensure("Nim");
		assertThat(this.world.searches).hasSize(3);
	}

	@Test
	void slowRunEndsInTimeWithWhatThereIs() {
		this.world.latency = Duration.ofSeconds(6);
		List<Boolean> done = new ArrayList<>();
		this.world.discovery.ensure("Zig").subscribe(null, null, () -> done.add(true));
		this.world.pass(Duration.ofSeconds(8));
		assertThat(done).hasSize(1);
		assertThat(this.world.pool.of("Zig")).isNotEmpty();
		assertThat(this.world.liveRuns.active()).isFalse();
	}

	@Test
	void runThatNothingCameOfInTimeFails() {
		this.world.latency = Duration.ofSeconds(20);
		List<Throwable> failures = new ArrayList<>();
		this.world.discovery.ensure("Zig").subscribe(null, failures::add);
		this.world.pass(Duration.ofSeconds(8));
		assertThat(failures).singleElement()
			.isInstanceOfSatisfying(GithubException.class,
					(failure) -> assertThat(failure.failure()).isEqualTo(GithubFailure.TIMEOUT));
	}

	@Test
	void searchesThatTellNothingBreakNothing() {
		given(this.world.search.search(any())).willReturn(Mono.empty());
		assertThat(ensure("Zig")).isNull();
	}

	@Test
	void nothingIsSortedOnTheThreadsThatGithubAnswersOn() {
		Scheduler scheduler = Schedulers.newSingle("discovery");
		CandidateFinder finder = new CandidateFinder(this.world.search, this.world.pool, scheduler);
		Measurer measurer = new Measurer(this.world.details, this.world.pool, scheduler, this.world.clock);
		given(this.world.search.search(any())).willReturn(Mono.just(new SearchPage(List.of(), 0, false)));
		given(this.world.details.measure(any())).willReturn(Flux.empty());
		given(this.world.details.quota()).willReturn(Mono.empty());
		StepVerifier.create(finder.find(SearchQuery.mostStarred("Zig")).map((page) -> Thread.currentThread().getName()))
			.assertNext((thread) -> assertThat(thread).startsWith("discovery"))
			.expectComplete()
			.verify(LONG);
		StepVerifier.create(measurer.measure(List.of("o/n")).map((round) -> Thread.currentThread().getName()))
			.assertNext((thread) -> assertThat(thread).startsWith("discovery"))
			.expectComplete()
			.verify(LONG);
		scheduler.dispose();
	}

	private @Nullable Throwable ensure(String language) {
		List<Throwable> failures = new ArrayList<>();
		this.world.discovery.ensure(language).subscribe(null, failures::add);
		this.world.pass(Duration.ofSeconds(1));
		return failures.isEmpty() ? null : failures.get(0);
	}

}
