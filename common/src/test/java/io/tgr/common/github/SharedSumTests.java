package io.tgr.common.github;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.AdditionalAnswers;
import reactor.core.publisher.Mono;

import io.tgr.common.store.ScriptedStore;
import io.tgr.common.store.StoreException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;

/**
 * Whatever gets lost and whoever goes and comes, all replicas together never spend more
 * than the limit, but for what those spend alone that were given up; and at the end
 * nothing of it is out of use but what two of the gone may have spent.
 */
class SharedSumTests extends SharedBucketScenario {

	private static final int LIMIT = 100;

	/** What one may spend without asking. */
	private static final int ALONE = LIMIT / 10;

	private final List<Replica> replicas = new ArrayList<>();

	private Duration gone = NOTHING;

	private int spent;

	/** What was given back by those who died before they could tell. */
	private int untold;

	private int replicasEver;

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 })
	void neverMoreThanTheLimit(long seed) {
		Random random = new Random(seed);
		for (int step = 0; step < 400; step++) {
			if (this.replicas.size() < 3) {
				this.replicas.add(new Replica("r" + this.replicasEver++));
			}
			Replica replica = this.replicas.get(random.nextInt(this.replicas.size()));
			switch (random.nextInt(12)) {
				case 0 -> replica.away = random.nextBoolean();
				case 1 -> replica.lost = Lost.values()[random.nextInt(3)];
				case 2 -> replica.beat();
				case 3, 4 -> replica.end(random.nextInt(3));
				case 5 -> {
					if (random.nextInt(20) == 0) {
						this.replicas.remove(replica);
						this.untold += replica.untold;
					}
				}
				default -> replica.reserve();
			}
			assertThat(this.spent).as("after %d steps", step).isLessThanOrEqualTo(mostWithGivenUp());
		}
		this.replicas.forEach(Replica::back);
		spendTheRest();
		assertThat(this.spent).isBetween(LIMIT - this.untold - 2 * ALONE, mostWithGivenUp());
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4 })
	void neverMoreThanTheLimitAndMostOfItHoweverManyDie(long seed) {
		Random random = new Random(seed);
		this.replicas.add(new Replica("healthy"));
		for (int death = 0; death < 20; death++) {
			Replica dying = new Replica("dying-" + death);
			for (int step = random.nextInt(8); step > 0; step--) {
				Replica replica = (random.nextBoolean()) ? dying : this.replicas.get(0);
				switch (random.nextInt(4)) {
					case 0 -> replica.beat();
					case 1 -> replica.reserve();
					default -> replica.end(random.nextInt(3));
				}
			}
			assertThat(this.spent).as("after %d deaths", death).isLessThanOrEqualTo(LIMIT);
		}
		spendTheRest();
		assertThat(this.spent).isBetween(LIMIT - 2 * ALONE, LIMIT);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void neverMoreThanTheLimitAlthoughRedisForgets(long seed) {
		Random random = new Random(seed);
		this.gone = LONG;
		List.of("a", "b", "c").forEach((id) -> this.replicas.add(new Replica(id)));
		for (int round = 0; round < 4; round++) {
			this.replicas.forEach(Replica::beat);
		}
		for (int step = 0; step < 400; step++) {
			Replica replica = this.replicas.get(random.nextInt(3));
			switch (random.nextInt(10)) {
				case 0 -> replica.away = random.nextBoolean();
				case 1 -> replica.lost = Lost.values()[random.nextInt(3)];
				case 2 -> replica.beat();
				case 3 -> replica.end(random.nextInt(3));
				case 4 -> {
					if (random.nextInt(10) == 0) {
						redis.tell("FLUSHALL");
					}
				}
				default -> replica.reserve();
			}
			assertThat(this.spent).as("after %d steps", step).isLessThanOrEqualTo(LIMIT);
		}
		assertThat(this.spent).isPositive();
	}

	/** Two of those that are gone are counted; each other one may spend its part. */
	private int mostWithGivenUp() {
		return LIMIT + Math.max(0, this.replicasEver - 3) * ALONE;
	}

	private void spendTheRest() {
		Replica last = new Replica("last");
		for (int call = 0; call < LIMIT; call++) {
			last.reserve();
		}
	}

	/** What gets lost on the way. */
	private enum Lost {

		NOTHING, REQUEST, ANSWER

	}

	/** One replica and what it has under way. */
	private final class Replica {

		private final SharedBucket bucket;

		private boolean away;

		private Lost lost = Lost.NOTHING;

		private int underway;

		private int untold;

		Replica(String id) {
			ScriptedStore store = mock(ScriptedStore.class, AdditionalAnswers.delegatesTo(real));
			willAnswer((call) -> !this.away).given(store).available();
			willAnswer((call) -> {
				Mono<List<String>> run = real.run(call.getArgument(0), call.getArgument(1), call.getArgument(2));
				Mono<List<String>> failure = Mono.error(new StoreException("lost", null));
				this.untold = (this.lost == Lost.NOTHING) ? 0 : this.untold;
				return switch (this.lost) {
					case NOTHING -> run;
					case REQUEST -> failure;
					case ANSWER -> run.then(failure);
				};
			}).given(store).run(any(), any(), any());
			SharedShare share = new SharedShare(id, RateLimitBucket.CORE, LIMIT, 0, SharedSumTests.this.gone,
					Clock.systemUTC());
			this.bucket = new SharedBucket(store, SharedSumTests.this.key, share,
					new SimpleMeterRegistry().counter("alone"));
			beat();
		}

		void back() {
			this.away = false;
			this.lost = Lost.NOTHING;
			beat();
		}

		void beat() {
			this.bucket.beat().block(PATIENCE);
		}

		void reserve() {
			boolean taken = Boolean.TRUE.equals(this.bucket.reserve(CallPriority.INTERACTIVE, () -> true)
				.onErrorReturn(GithubException.class, false)
				.block(PATIENCE));
			this.underway += (taken) ? 1 : 0;
			SharedSumTests.this.spent += (taken) ? 1 : 0;
		}

		// One call of three never leaves, one is free, one is paid.
		void end(int how) {
			if (this.underway == 0) {
				return;
			}
			this.underway--;
			this.untold += (how < 2) ? 1 : 0;
			SharedSumTests.this.spent -= (how < 2) ? 1 : 0;
			if (how == 0) {
				this.bucket.release();
			}
			else {
				this.bucket.settle(null, how == 1, false);
			}
		}

	}

}
