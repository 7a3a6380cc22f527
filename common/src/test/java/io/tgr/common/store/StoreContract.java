package io.tgr.common.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/** What every store does. */
abstract class StoreContract {

	static final Duration PATIENCE = Duration.ofSeconds(20);

	abstract KeyValueStore store();

	abstract Instant now();

	abstract void pass(Duration time);

	@Test
	void whatIsWrittenIsRead() {
		put(entry("repo/1", "one", 3, null));
		StepVerifier.create(store().get("repo/1")).assertNext((value) -> {
			assertThat(text(value.value())).isEqualTo("one");
			assertThat(value.version()).isEqualTo(3);
		}).expectComplete().verify(PATIENCE);
		StepVerifier.create(store().get("repo/2")).expectComplete().verify(PATIENCE);
	}

	@Test
	void anyBytesAreKeptAsTheyAre() {
		byte[] bytes = new byte[100_000];
		IntStream.range(0, bytes.length).forEach((i) -> bytes[i] = (byte) (i * 31 + i / 256));
		StepVerifier
			.create(store()
				.put(List.of(new StoredEntry("a", bytes, 0, null), new StoredEntry("b", new byte[0], 0, null)))
				.then(store().get("a")))
			.assertNext((value) -> assertThat(value.value()).isEqualTo(bytes))
			.expectComplete()
			.verify(PATIENCE);
		assertThat(read("b")).isEmpty();
	}

	@Test
	void anOlderVersionIsDroppedAndAnEqualOneIsNot() {
		put(entry("repo/1", "new", 1_800_000_000_000L, null));
		put(entry("repo/1", "old", 999, null));
		assertThat(read("repo/1")).isEqualTo("new");
		put(entry("repo/1", "same", 1_800_000_000_000L, null));
		assertThat(read("repo/1")).isEqualTo("same");
	}

	@Test
	void whatHasExpiredIsGone() {
		put(entry("a/1", "short", 5, now().plusMillis(1500)), entry("a/2", "long", 5, now().plusSeconds(60)),
				entry("a/3", "past", 5, now().minusSeconds(1)));
		assertThat(read("a/1")).isEqualTo("short");
		assertThat(read("a/3")).isNull();
		pass(Duration.ofMillis(2000));
		assertThat(read("a/1")).isNull();
		assertThat(read("a/2")).isEqualTo("long");
		assertThat(keys("a/")).containsExactly("a/2");
		put(entry("a/1", "again", 1, null));
		assertThat(read("a/1")).isEqualTo("again");
	}

	@Test
	void aScanFindsAllKeysThatBeginAlike() {
		put(IntStream.range(0, 1000).mapToObj((i) -> entry("repo/" + i, "v" + i, i, null)).toArray(StoredEntry[]::new));
		put(entry("repp/1", "other", 1, null), entry("rep*", "star", 1, null), entry("rep", "short", 1, null));
		assertThat(keys("repo/")).hasSize(1000).contains("repo/0", "repo/999");
		assertThat(keys("rep*")).containsExactly("rep*");
		assertThat(keys("nothing/")).isEmpty();
		StepVerifier.create(store().scan("repo/7").filter((entry) -> entry.key().equals("repo/777")))
			.assertNext((entry) -> {
				assertThat(text(entry.value())).isEqualTo("v777");
				assertThat(entry.version()).isEqualTo(777);
				assertThat(entry.expiresAt()).isNull();
			})
			.expectComplete()
			.verify(PATIENCE);
	}

	@Test
	void aScanReadsNoFasterThanItIsAsked() {
		put(IntStream.range(0, 2000).mapToObj((i) -> entry("k/" + i, "v", i, null)).toArray(StoredEntry[]::new));
		StepVerifier.create(store().scan("k/"), 1)
			.expectNextCount(1)
			.thenRequest(10)
			.expectNextCount(10)
			.thenCancel()
			.verify(PATIENCE);
	}

	@Test
	void aScanTellsWhenAnEntryExpires() {
		Instant end = Instant.ofEpochMilli(now().plusSeconds(90).toEpochMilli());
		put(entry("e/1", "v", 1, end));
		StepVerifier.create(store().scan("e/"))
			.assertNext((entry) -> assertThat(entry.expiresAt()).isEqualTo(end))
			.expectComplete()
			.verify(PATIENCE);
	}

	@Test
	void whatIsDeletedIsGone() {
		put(entry("d/1", "v", 1, null), entry("d/2", "v", 1, null));
		StepVerifier.create(store().delete(List.of("d/1", "d/none"))).expectComplete().verify(PATIENCE);
		assertThat(keys("d/")).containsExactly("d/2");
	}

	@Test
	void theHolderOfALeaseMayWrite() {
		Fence fence = Mono.from(store().leases().hold("sweep")).map(Optional::orElseThrow).block(PATIENCE);
		assertThat(fence).isNotNull();
		StepVerifier.create(store().put(List.of(entry("f/1", "fenced", 1, null)), fence))
			.expectComplete()
			.verify(PATIENCE);
		assertThat(read("f/1")).isEqualTo("fenced");
	}

	@Test
	void nothingToDoIsDoneAtOnce() {
		StepVerifier.create(store().put(List.of()).then(store().delete(List.of()))).expectComplete().verify(PATIENCE);
		assertThat(store().available()).isTrue();
	}

	final void put(StoredEntry... entries) {
		StepVerifier.create(store().put(List.of(entries))).expectComplete().verify(PATIENCE);
	}

	final @Nullable String read(String key) {
		return store().get(key).map((value) -> text(value.value())).block(PATIENCE);
	}

	final List<String> keys(String prefix) {
		List<String> keys = store().scan(prefix).map(StoredEntry::key).distinct().collectList().block(PATIENCE);
		return (keys != null) ? keys : List.of();
	}

	static StoredEntry entry(String key, String value, long version, @Nullable Instant expiresAt) {
		return new StoredEntry(key, value.getBytes(StandardCharsets.UTF_8), version, expiresAt);
	}

	static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

}
