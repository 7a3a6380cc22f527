package io.tgr.common.github;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.test.StepVerifier;

import io.tgr.common.MutableClock;
import io.tgr.common.store.KeyValueStore;
import io.tgr.common.store.RedisServer;
import io.tgr.common.store.Stores;

import static org.assertj.core.api.Assertions.assertThat;

class KeptAnswerTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final MutableClock clock = new MutableClock(Instant.parse("2026-11-22T12:00:00Z"));

	@TempDir
	private Path directory;

	@Test
	void anAnswerIsConfirmedAfterARestart() {
		KeyValueStore store = Stores.embedded(this.directory, this.clock);
		ask(store, "token-1", 1, 0);
		Stores.close(store);
		store = Stores.embedded(this.directory, this.clock);
		ask(store, "token-1", 0, 1);
		Stores.close(store);
	}

	@Test
	void otherCredentialsHaveOtherAnswersAndNoneIsInTheStore() {
		KeyValueStore store = Stores.embedded(this.directory, this.clock);
		ask(store, "token-1", 1, 0);
		ask(store, "token-2", 1, 0);
		StepVerifier.create(store.scan("").map((entry) -> entry.key() + new String(entry.value())).collectList())
			.assertNext((entries) -> assertThat(entries).hasSize(2).noneMatch((entry) -> entry.contains("token-")))
			.expectComplete()
			.verify(PATIENCE);
		Stores.close(store);
	}

	@Test
	void whatIsUsedStaysAndWhatIsNotGoesAfterAWeek() {
		KeyValueStore store = Stores.embedded(this.directory, this.clock);
		ask(store, "token-1", 1, 0);
		for (int day = 0; day < 12; day += 3) {
			this.clock.advance(Duration.ofDays(3));
			ask(store, "token-1", 0, 1);
		}
		this.clock.advance(Duration.ofDays(9));
		ask(store, "token-1", 1, 0);
		Stores.close(store);
	}

	@Test
	void anotherReplicaHasTheAnswersThroughRedis() {
		try (RedisServer redis = RedisServer.start()) {
			KeyValueStore first = redis.replica(Clock.systemUTC());
			KeyValueStore second = redis.replica(Clock.systemUTC());
			ask(first, "token-1", 1, 0);
			ask(second, "token-1", 0, 1);
			redis.kill();
			ask(second, "token-1", 1, 0);
			RedisServer.end(first);
			RedisServer.end(second);
		}
	}

	@Test
	void aDamagedAnswerIsNone() {
		assertThat(KeptAnswer.unpack(new byte[] { 1, 2, 3 }, 0)).isNull();
		assertThat(KeptAnswer.unpack(new byte[0], 0)).isNull();
	}

	private void ask(KeyValueStore store, String token, int paid, int confirmed) {
		try (FakeGithub github = new FakeGithub((request, response) -> {
			if ("\"etag\"".equals(request.requestHeaders().get("if-none-match"))) {
				return response.status(304).send();
			}
			response.header("etag", "\"etag\"").header("link", "<next>");
			return FakeGithub.json(response, 200, "{\"stars\":[1,2,3]}");
		}).with("token", token).at(this.clock).in(store)) {
			StepVerifier.create(github.transport().client().get().uri("/repos/a/b").retrieve().toEntity(String.class))
				.assertNext((answer) -> {
					assertThat(answer.getBody()).isEqualTo("{\"stars\":[1,2,3]}");
					assertThat(answer.getHeaders().getFirst("link")).isEqualTo("<next>");
				})
				.expectComplete()
				.verify(PATIENCE);
			StepVerifier.create(github.answers().write()).expectComplete().verify(PATIENCE);
			assertThat(github.counted("core", "success")).isEqualTo(paid);
			assertThat(github.counted("core", "not-modified")).isEqualTo(confirmed);
		}
	}

}
