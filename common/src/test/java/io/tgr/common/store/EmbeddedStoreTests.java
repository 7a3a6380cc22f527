package io.tgr.common.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import reactor.test.StepVerifier;
import reactor.util.retry.Retry;

import io.tgr.common.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class EmbeddedStoreTests extends StoreContract {

	private static final StoreOwner OWNER = new StoreOwner("a-service", "api.github.com");

	@TempDir
	private Path directory;

	private final MutableClock clock = new MutableClock(Instant.parse("2026-11-22T12:00:00Z"));

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private EmbeddedStore store;

	@BeforeEach
	void open() {
		this.store = open(StoreFormat.PRESENT, 64 << 20);
	}

	@AfterEach
	void close() {
		this.store.stop();
	}

	@Override
	KeyValueStore store() {
		return this.store;
	}

	@Override
	Instant now() {
		return this.clock.instant();
	}

	@Override
	void pass(Duration time) {
		this.clock.advance(time);
	}

	@Test
	void everythingIsThereAfterARestart() {
		put(IntStream.range(0, 5000)
			.mapToObj((i) -> entry("repo/" + i, "value" + i, i, null))
			.toArray(StoredEntry[]::new));
		this.store.stop();
		assertThat(this.store.available()).isFalse();
		this.store = open(StoreFormat.PRESENT, 64 << 20);
		assertThat(keys("repo/")).hasSize(5000);
		assertThat(read("repo/4711")).isEqualTo("value4711");
		assertThat(file()).exists();
	}

	@Test
	void withoutADirectoryNothingSurvives() {
		EmbeddedStore memory = new EmbeddedStore(StoreFile.in(" ", OWNER, StoreFormat.PRESENT), 1 << 20, this.clock,
				new StoreMetrics(this.meters, "memory"));
		memory.start();
		memory.put(List.of(entry("a", "v", 1, null))).block(PATIENCE);
		assertThat(memory.get("a").block(PATIENCE)).isNotNull();
		memory.stop();
	}

	@Test
	void aStoreThatIsOpenElsewhereStopsTheStart() {
		assertThatExceptionOfType(FailureAnalyzedException.class).isThrownBy(() -> open(StoreFormat.PRESENT, 1 << 20))
			.satisfies((ex) -> assertThat(ex.analysis().getDescription()).contains("open in another process",
					file().toString()))
			.satisfies((ex) -> assertThat(ex.analysis().getAction()).contains("TGR_STORE_PATH"));
	}

	@Test
	void aDamagedFileStopsTheStartAndSaysWhatToMoveAway() throws IOException {
		this.store.stop();
		Files.write(file(), new byte[20_000]);
		assertThatExceptionOfType(FailureAnalyzedException.class).isThrownBy(() -> open(StoreFormat.PRESENT, 1 << 20))
			.satisfies((ex) -> assertThat(ex.analysis().getDescription()).contains("damaged"))
			.satisfies((ex) -> assertThat(ex.analysis().getAction()).contains("mv " + file()));
	}

	@Test
	void aPlaceThatIsNoDirectoryStopsTheStart() throws IOException {
		Path taken = Files.writeString(this.directory.resolve("taken"), "");
		assertThatExceptionOfType(FailureAnalyzedException.class)
			.isThrownBy(() -> StoreFile.in(taken.toString(), OWNER, StoreFormat.PRESENT).open())
			.satisfies((ex) -> assertThat(ex.analysis().getDescription()).contains("cannot be written"));
	}

	@Test
	void aNewerFormatStopsTheStartAndLeavesTheFileAlone() {
		this.store.stop();
		open(new StoreFormat(7,
				Map.of(1, renamed(), 2, renamed(), 3, renamed(), 4, renamed(), 5, renamed(), 6, renamed())), 1 << 20)
			.stop();
		assertThatExceptionOfType(FailureAnalyzedException.class).isThrownBy(() -> open(StoreFormat.PRESENT, 1 << 20))
			.satisfies((ex) -> assertThat(ex.analysis().getDescription()).contains("has format 7", "up to 1"));
		this.store = open(new StoreFormat(7, Map.of()), 1 << 20);
	}

	@Test
	void anOlderFormatIsMigratedStepByStep() {
		put(entry("a", "v", 1, null));
		this.store.stop();
		this.store = open(
				new StoreFormat(3, Map.of(1, (file) -> move(file, "a", "b"), 2, (file) -> move(file, "b", "c"))),
				1 << 20);
		assertThat(keys("")).containsExactly("c");
		assertThat(read("c")).isEqualTo("v");
	}

	@Test
	void whatExpiresFirstGoesWhenTheStoreIsFull() {
		this.store.stop();
		this.store = open(StoreFormat.PRESENT, 5 << 20 >> 1);
		for (int day = 1; day <= 30; day++) {
			put(new StoredEntry("day/" + day, new byte[50_000], 1, now().plus(Duration.ofDays(day))));
		}
		put(entry("kept", "for good", 1, null));
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(keys("day/")).hasSizeBetween(10, 22).contains("day/30"));
		assertThat(keys("day/")).doesNotContain("day/1", "day/2");
		assertThat(read("kept")).isEqualTo("for good");
		assertThat(this.meters.get("tgr.store.evictions").tag("reason", "size").counter().count()).isPositive();
	}

	@Test
	void theFileStaysWithinItsSizeWhateverIsWritten() throws IOException {
		this.store.stop();
		this.store = open(StoreFormat.PRESENT, 8 << 20);
		Random random = new Random(4711);
		for (int i = 0; i < 600; i++) {
			byte[] value = new byte[40_000];
			random.nextBytes(value);
			StoredEntry entry = new StoredEntry("k/" + i, value, 1, now().plusSeconds(3600 + i));
			// Whoever is faster than the sweep is refused, and comes again.
			StepVerifier.create(this.store.put(List.of(entry)).retryWhen(Retry.fixedDelay(500, Duration.ofMillis(10))))
				.expectComplete()
				.verify(PATIENCE);
			assertThat(Files.size(file())).isLessThanOrEqualTo(8 << 20);
		}
		assertThat(this.store.available()).isTrue();
	}

	@Test
	void whatNeverExpiresIsNotThrownAwayButNoMoreIsTaken() throws IOException {
		this.store.stop();
		this.store = open(StoreFormat.PRESENT, 2 << 20);
		Random random = new Random(4711);
		for (int i = 0; i < 100; i++) {
			byte[] value = new byte[40_000];
			random.nextBytes(value);
			StepVerifier
				.create(this.store.put(List.of(new StoredEntry("k/" + i, value, 1, null)))
					.onErrorComplete(StoreException.class))
				.expectComplete()
				.verify(PATIENCE);
		}
		assertThat(keys("k/")).hasSizeBetween(15, 60).contains("k/0");
		assertThat(Files.size(file())).isLessThan(3 << 20);
		assertThat(this.meters.get("tgr.store.failures").tag("operation", "write").counter().count()).isPositive();
	}

	@Test
	void whatHasExpiredIsSwept() {
		put(entry("a", "v", 1, now().plusSeconds(10)), entry("b", "v", 1, null));
		assertThat(this.meters.get("tgr.store.entries").gauge().value()).isEqualTo(2);
		pass(Duration.ofSeconds(11));
		this.store.sweep().block(PATIENCE);
		assertThat(this.meters.get("tgr.store.entries").gauge().value()).isEqualTo(1);
		assertThat(this.meters.get("tgr.store.evictions").tag("reason", "expired").counter().count()).isEqualTo(1);
	}

	private EmbeddedStore open(StoreFormat format, long maxBytes) {
		EmbeddedStore opened = new EmbeddedStore(StoreFile.in(this.directory.toString(), OWNER, format), maxBytes,
				this.clock, new StoreMetrics(this.meters, "embedded"));
		opened.start();
		return opened;
	}

	private Path file() {
		return this.directory.resolve("a-service/api.github.com/store.mv");
	}

	private static Consumer<MVStore> renamed() {
		return (file) -> {
		};
	}

	private static void move(MVStore store, String from, String to) {
		MVMap<String, Held> entries = OpenFile.entries(store);
		Held held = entries.remove(from);
		assertThat(held).isNotNull();
		entries.put(to, held);
	}

}
