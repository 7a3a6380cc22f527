package io.tgr.trending.github;

import java.time.Clock;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import io.tgr.common.github.GithubException;
import io.tgr.common.github.GithubFailure;
import io.tgr.common.resilience.Neighbour;

import static org.assertj.core.api.Assertions.assertThat;

class GithubSearchTests {

	@Test
	void answerWithoutABodyIsUnreadable() {
		GithubSearch search = new GithubSearch((query, sort, order, perPage, page) -> Mono.empty(), new Unprotected(),
				Clock.systemUTC());
		StepVerifier.create(search.search(SearchQuery.mostStarred("Go")))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOfSatisfying(GithubException.class,
					(unreadable) -> assertThat(unreadable.failure()).isEqualTo(GithubFailure.UNREADABLE)))
			.verify(Duration.ofSeconds(5));
	}

	private static final class Unprotected implements Neighbour {

		@Override
		public <T> Mono<T> protect(Mono<T> call) {
			return call;
		}

		@Override
		public <T> Flux<T> protect(Flux<T> call) {
			return call;
		}

	}

}
