package io.tgr.trending.memory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import io.tgr.common.store.StoreChange;
import io.tgr.common.store.StoreException;
import io.tgr.common.store.StoredEntry;
import io.tgr.trending.pool.Candidate;
import io.tgr.trending.pool.CandidatePool;
import io.tgr.trending.pool.PoolProperties;
import io.tgr.trending.pool.StarHistory;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class KeptPoolTests {

	private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

	private static final Duration LONG = Duration.ofSeconds(10);

	private final MapStore store = new MapStore();

	private final Clock clock = new Clock() {

		private final AtomicLong millis = new AtomicLong(NOW.toEpochMilli());

		@Override
		public Instant instant() {
			return Instant.ofEpochMilli(this.millis.incrementAndGet());
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	};

	private final Scheduler scheduler = Schedulers.newSingle("memory", true);

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final CandidatePool pool = new CandidatePool(new PoolProperties(1_000), this.clock);

	private final KeptPool kept = kept(this.pool);

	@Test
	void whatWasWrittenIsThereAfterTheStart() {
		this.pool.seen(List.of(candidate(1, "o/one", 10, NOW), candidate(2, "o/two", 20, NOW)));
		this.pool.measured("o/one", history(NOW));
		this.pool.renamed("o/two", "o/zwei");
		write(this.kept);
		CandidatePool next = restarted();
		assertThat(next.size(null)).isEqualTo(2);
		assertThat(next.find("o/one")).isEqualTo(this.pool.find("o/one"));
		assertThat(Objects.requireNonNull(next.findFormer("O/TWO")).candidate().fullName()).isEqualTo("o/zwei");
	}

	@Test
	void onlyWhatChangedIsWrittenAgain() {
		this.pool.seen(List.of(candidate(1, "o/one", 10, NOW), candidate(2, "o/two", 20, NOW)));
		write(this.kept);
		write(this.kept);
		assertThat(this.store.puts).hasValue(1);
		StoredEntry one = entry("repo/1");
		StoredEntry two = entry("repo/2");
		this.pool.seen(List.of(candidate(1, "o/one", 11, NOW.plusSeconds(9))));
		write(this.kept);
		assertThat(entry("repo/1").version()).isGreaterThan(one.version());
		assertThat(entry("repo/2")).isSameAs(two);
	}

	@Test
	void aRepositoryThatIsGoneIsForgotten() {
		this.pool.seen(List.of(candidate(1, "o/one", 10, NOW)));
		write(this.kept);
		this.pool.removed("o/one");
		write(this.kept);
		assertThat(this.store.entries).isEmpty();
	}

	@Test
	void expiresNinetyDaysAfterItWasLastSeen() {
		this.pool.seen(List.of(candidate(1, "o/one", 10, NOW)));
		write(this.kept);
		assertThat(entry("repo/1").expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(90)));
	}

	@Test
	void aStoreThatIsAwayIsTriedAgain() {
		this.store.failure = new StoreException("away", null);
		this.pool.seen(List.of(candidate(1, "o/one", 10, NOW)));
		StepVerifier.create(this.kept.write()).expectError(StoreException.class).verify(LONG);
		assertThat(this.registry.get("tgr.memory.unwritten").gauge().value()).isEqualTo(1);
		this.store.failure = null;
		write(this.kept);
		assertThat(this.store.keys("repo/")).containsExactly("repo/1");
	}

	@Test
	void recordsThatCannotBeReadArePassedOverAndLoggedOnce(CapturedOutput output) {
		this.pool.seen(List.of(candidate(1, "o/one", 10, NOW), candidate(2, "o/two", 20, NOW)));
		write(this.kept);
		byte[] one = entry("repo/1").value();
		this.store.entries.put("repo/3", new StoredEntry("repo/3", one, 1, null));
		this.store.entries.put("repo/4", new StoredEntry("repo/4", new byte[] { 0, 9 }, 1, null));
		assertThat(restarted().size(null)).isEqualTo(2);
		assertThat(this.registry.get("tgr.memory.unreadable")
			.tags("records", "repositories", "reason", "damaged")
			.counter()
			.count()).isEqualTo(2);
		assertThat(output.getOut().split("is passed over", -1)).hasSize(2);
	}

	@Test
	void startsWithTheMostUsefulWhenMoreWereKept() {
		for (int id = 1; id <= 900; id++) {
			this.pool.seen(List.of(candidate(id, "o/r" + id, id, NOW)));
		}
		this.pool.measured("o/r5", history(NOW));
		write(this.kept);
		CandidatePool small = new CandidatePool(new PoolProperties(100), this.clock);
		StepVerifier.create(kept(small).restore()).expectComplete().verify(LONG);
		assertThat(small.size(null)).isBetween(90, 100);
		assertThat(small.find("o/r900")).isNotNull();
		assertThat(small.find("o/r5")).isNotNull();
		assertThat(small.find("o/r200")).isNull();
		assertThat(this.store.entries).hasSize(900);
	}

	@Test
	void takesOverWhatAnotherReplicaFindsAndKeepsWhatIsNewerHere() {
		CandidatePool other = new CandidatePool(new PoolProperties(1_000), this.clock);
		KeptPool theirs = kept(other);
		other.seen(List.of(candidate(1, "o/one", 10, NOW), candidate(2, "o/two", 20, NOW)));
		other.measured("o/one", history(NOW));
		write(theirs);
		this.pool.seen(List.of(candidate(1, "o/one", 12, NOW.plusSeconds(60))));
		write(this.kept);
		write(theirs);
		follow(StoreChange.written(List.of("repo/1", "repo/2")));
		other.seen(List.of(candidate(1, "o/one", 11, NOW.plusSeconds(30))));
		write(theirs);
		follow(StoreChange.written(List.of("repo/1", "repo/2")));
		assertThat(Objects.requireNonNull(this.pool.find("o/one"))).satisfies((found) -> {
			assertThat(found.candidate().stars()).isEqualTo(12);
			assertThat(found.history()).isEqualTo(history(NOW));
		});
		assertThat(this.pool.find("o/two")).isNotNull();
		write(this.kept);
		CandidatePool next = restarted();
		assertThat(next.find("o/one")).isEqualTo(this.pool.find("o/one"));
		follow(StoreChange.removed(List.of("repo/2")));
		assertThat(this.pool.find("o/two")).isNull();
	}

	@Test
	void readsEverythingAgainAfterALostConnection() {
		CandidatePool other = new CandidatePool(new PoolProperties(1_000), this.clock);
		other.seen(List.of(candidate(1, "o/one", 10, NOW)));
		KeptPool theirs = kept(other);
		other.seen(List.of(candidate(2, "o/two", 10, NOW)));
		write(theirs);
		follow(StoreChange.RESYNC);
		assertThat(this.pool.find("o/two")).isNotNull();
	}

	@Test
	void writesAgainWhatAStoreHasLost() {
		this.pool.seen(List.of(candidate(1, "o/one", 10, NOW), candidate(2, "o/two", 10, NOW)));
		write(this.kept);
		this.store.entries.remove("repo/1");
		follow(StoreChange.RESYNC);
		write(this.kept);
		assertThat(this.store.keys("repo/")).containsExactly("repo/1", "repo/2");
	}

	@ParameterizedTest
	@MethodSource
	void takesOverOffTheThreadThatReads(StoreChange change) {
		this.pool.seen(List.of(candidate(1, "o/one", 10, NOW)));
		write(this.kept);
		AtomicReference<String> thread = new AtomicReference<>("");
		StepVerifier.create(this.kept.follow(change).doOnTerminate(() -> thread.set(Thread.currentThread().getName())))
			.expectComplete()
			.verify(LONG);
		assertThat(thread.get()).startsWith("memory");
	}

	static List<StoreChange> takesOverOffTheThreadThatReads() {
		return List.of(StoreChange.RESYNC, StoreChange.written(List.of("repo/1")));
	}

	@AfterEach
	void end() {
		this.scheduler.dispose();
	}

	private void follow(StoreChange change) {
		StepVerifier.create(this.kept.follow(change)).expectComplete().verify(LONG);
	}

	private CandidatePool restarted() {
		CandidatePool next = new CandidatePool(new PoolProperties(1_000), this.clock);
		StepVerifier.create(kept(next).restore()).expectComplete().verify(LONG);
		return next;
	}

	private static void write(Kept kept) {
		StepVerifier.create(kept.write()).expectComplete().verify(LONG);
	}

	private KeptPool kept(CandidatePool of) {
		MemoryProperties properties = new MemoryProperties(Duration.ofSeconds(2), 500, Duration.ofDays(90),
				Duration.ofSeconds(20));
		Unwritten unwritten = new Unwritten(2_000);
		of.tell(unwritten);
		StoredPool stored = new StoredPool(this.store, of, unwritten, properties, this.registry, this.scheduler,
				this.clock);
		return new KeptPool(stored, unwritten, properties.batch(), this.registry);
	}

	private static Candidate candidate(long id, String name, long stars, Instant seenAt) {
		return new Candidate(id, name, "https://github.com/" + name, "What it does", "Java", List.of("topic"), "MIT",
				Instant.parse("2020-01-01T00:00:00Z"), null, stars, 1, seenAt);
	}

	private static StarHistory history(Instant asOf) {
		return new StarHistory(LocalDate.parse("2026-11-19"), List.of(1, 2, 3), 0, asOf, null);
	}

	private StoredEntry entry(String key) {
		return Objects.requireNonNull(this.store.entries.get(key));
	}

}
