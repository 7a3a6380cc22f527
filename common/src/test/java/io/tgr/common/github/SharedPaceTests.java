package io.tgr.common.github;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.mockito.AdditionalAnswers;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import io.tgr.common.store.RedisServer;
import io.tgr.common.store.ScriptedStore;
import io.tgr.common.store.StoreException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;

class SharedPaceTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	@Test
	void aRequestThatGotLostIsMadeAgainAndThePaceStaysThatOfAll() {
		try (RedisServer redis = RedisServer.start()) {
			ScriptedStore real = redis.replica(Clock.systemUTC());
			AtomicInteger runs = new AtomicInteger();
			ScriptedStore store = mock(ScriptedStore.class, AdditionalAnswers.delegatesTo(real));
			willAnswer((call) -> (runs.getAndIncrement() == 3) ? Mono.error(new StoreException("lost", null))
					: real.run(call.getArgument(0), call.getArgument(1), call.getArgument(2)))
				.given(store)
				.run(any(), any(), any());
			SharedPace pace = new SharedPace(store, "pace", 30, 0, () -> 3, Clock.systemUTC());
			StepVerifier.create(Flux.range(0, 30).concatMap((call) -> pace.turn(CallPriority.INTERACTIVE)).then())
				.expectComplete()
				.verify(PATIENCE);
			assertThat(runs).hasValue(31);
			StepVerifier.create(pace.turn(CallPriority.INTERACTIVE))
				.expectError(GithubException.class)
				.verify(PATIENCE);
			RedisServer.end(real);
		}
	}

}
