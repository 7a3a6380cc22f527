package io.tgr.trending.memory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import io.tgr.trending.pool.Candidate;
import io.tgr.trending.pool.Sightings;
import io.tgr.trending.pool.StarHistory;
import io.tgr.trending.pool.TrackedRepository;
import io.tgr.trending.record.UnreadableRecordException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RepositoryRecordTests {

	private static final Instant SEEN = Instant.parse("2026-11-22T04:10:00.123Z");

	private final RepositoryRecord records = new RepositoryRecord();

	@Test
	void readsWhatItWrote() {
		assertThat(this.records.read(this.records.write(full()))).isEqualTo(full());
		TrackedRepository bare = new TrackedRepository(
				new Candidate(7, "o/n", "https://ghe.example/o/n", null, null, List.of(), null, SEEN, null, 0, 0, SEEN),
				null);
		assertThat(this.records.read(this.records.write(bare))).isEqualTo(bare);
	}

	@Test
	void stillReadsTheFirstFormat() throws IOException {
		assertThat(this.records.read(sample("repository-1.txt"))).isEqualTo(full());
	}

	@Test
	void saysThatItCannotReadWhatIsBroken() {
		byte[] whole = this.records.write(full());
		for (int length = 0; length < whole.length; length++) {
			byte[] part = Arrays.copyOf(whole, length);
			assertThatExceptionOfType(UnreadableRecordException.class).isThrownBy(() -> this.records.read(part));
		}
		byte[] newer = whole.clone();
		newer[0] = 2;
		assertThatExceptionOfType(UnreadableRecordException.class).isThrownBy(() -> this.records.read(newer))
			.withMessageContaining("format 2, of which 1 to 1 are known");
	}

	@Test
	void takesFewBytes() {
		assertThat(this.records.write(full()).length).isLessThan(180);
	}

	private static TrackedRepository full() {
		Candidate candidate = new Candidate(1_123_456_789, "owner/name", "https://github.com/owner/name",
				"Does \"things\" — ☃", "C++", List.of("ai", "tools"), "MIT", Instant.parse("2020-01-31T12:00:00Z"),
				Instant.parse("2026-11-21T09:00:00Z"), 20_909, 2_190, SEEN);
		StarHistory history = new StarHistory(LocalDate.parse("2026-11-19"), List.of(0, 127, 70_000), 3, SEEN, 20_909L);
		Sightings sightings = Sightings.NONE.and(SEEN.minusSeconds(86_400), 20_100).and(SEEN, 20_050);
		return new TrackedRepository(candidate, history, sightings, List.of("owner/former"));
	}

	static byte[] sample(String name) throws IOException {
		try (InputStream sample = RepositoryRecordTests.class.getResourceAsStream("/records/" + name)) {
			String text = new String(Objects.requireNonNull(sample).readAllBytes(), StandardCharsets.US_ASCII);
			return Base64.getMimeDecoder().decode(text);
		}
	}

}
