package io.tgr.trending.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import io.tgr.trending.pool.Candidate;
import io.tgr.trending.pool.StarHistory;
import io.tgr.trending.pool.TrackedRepository;
import io.tgr.trending.ranking.Formula;
import io.tgr.trending.ranking.FormulaProperties;
import io.tgr.trending.ranking.Period;
import io.tgr.trending.ranking.RankedRepository;
import io.tgr.trending.ranking.Ranker;
import io.tgr.trending.ranking.Ranking;
import io.tgr.trending.ranking.Sort;
import io.tgr.trending.ranking.Window;
import io.tgr.trending.record.UnreadableRecordException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RankingRecordTests {

	private static final LocalDate DAY = LocalDate.parse("2026-11-21");

	private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

	private final Ranker ranker = new Ranker(new Formula(new Binder(new MapConfigurationPropertySource(Map.of()))
		.bindOrCreate("tgr.trending.formula", FormulaProperties.class)));

	private final RankingRecord records = new RankingRecord(this.ranker,
			(id) -> (id == 3) ? candidate(3, "about").withStars(999_999) : null);

	@Test
	void readsRowsAsTheyWere() {
		Ranking ranking = ranking(5, Window.WEEKLY);
		KeptRanking read = read(write(ranking), Window.WEEKLY);
		assertThat(read.asOf()).isEqualTo(NOW);
		assertThat(read.complete()).isTrue();
		assertThat(read.candidates()).isEqualTo(9);
		assertThat(read.measured()).isEqualTo(5);
		assertThat(read.missing()).containsExactly("pending");
		assertThat(read.formula()).isEqualTo("name");
		assertThat(read.version()).isEqualTo(7);
		for (Sort sort : Sort.values()) {
			List<RankedRepository> rows = read.ranking().rows(sort);
			List<RankedRepository> before = ranking.rows(sort);
			assertThat(rows).hasSameSizeAs(before);
			for (int place = 0; place < rows.size(); place++) {
				assertSame(rows.get(place), before.get(place));
			}
		}
	}

	@Test
	void looksUpWhatARepositoryIsAbout() {
		Ranking read = read(write(ranking(5, Window.DAILY)), Window.DAILY).ranking();
		assertThat(read.all()).filteredOn((row) -> row.candidate().id() == 3)
			.extracting((row) -> row.candidate().description(), (row) -> row.candidate().stars())
			.containsExactly(Tuple.tuple("about", 1_003L));
		assertThat(read.all()).filteredOn((row) -> row.candidate().id() == 4)
			.extracting((row) -> row.candidate().description())
			.containsOnlyNulls();
	}

	@Test
	void stillReadsTheFirstFormat() throws IOException {
		try (InputStream sample = RankingRecordTests.class.getResourceAsStream("/records/ranking-1.txt")) {
			String text = new String(Objects.requireNonNull(sample).readAllBytes(), StandardCharsets.US_ASCII);
			KeptRanking read = read(Base64.getMimeDecoder().decode(text), Window.WEEKLY);
			assertThat(read.ranking().all()).hasSize(5).allSatisfy((row) -> assertThat(row.history()).hasSize(7));
			assertThat(read.formula()).isEqualTo("name");
		}
	}

	@Test
	void saysThatItCannotReadWhatIsBroken() {
		byte[] whole = write(ranking(5, Window.DAILY));
		for (int length = 0; length < whole.length; length++) {
			byte[] part = Arrays.copyOf(whole, length);
			assertThatExceptionOfType(UnreadableRecordException.class).isThrownBy(() -> read(part, Window.DAILY));
		}
	}

	@Test
	void boardsKeepPlacesForAsLongAsAsked() {
		Board board = Board.EMPTY;
		for (int day = 0; day < 100; day++) {
			LocalDate date = DAY.plusDays(day);
			board = board.and(new Board.Day(date, day % 2 == 0, new long[] { day, 7_000_000_000L }),
					date.minusDays(89));
		}
		assertThat(board.days()).hasSize(90);
		Board read = Board.read(board.write());
		assertThat(read.days()).hasSize(90);
		Board.Day last = Objects.requireNonNull(read.on(DAY.plusDays(99)));
		assertThat(last.rankOf(99)).isEqualTo(1);
		assertThat(last.rankOf(7_000_000_000L)).isEqualTo(2);
		assertThat(last.rankOf(5)).isNull();
		assertThat(last.complete()).isFalse();
	}

	private static void assertSame(RankedRepository row, RankedRepository before) {
		assertThat(row.candidate().fullName()).isEqualTo(before.candidate().fullName());
		assertThat(row.candidate().stars()).isEqualTo(before.candidate().stars());
		assertThat(row.candidate().forks()).isEqualTo(before.candidate().forks());
		assertThat(row.candidate().createdAt()).isEqualTo(before.candidate().createdAt());
		assertThat(row.gained()).isEqualTo(before.gained());
		assertThat(row.score()).isEqualTo(before.score());
		assertThat(row.history()).isEqualTo(before.history());
		assertThat(row.today(DAY.plusDays(5))).isNull();
	}

	private byte[] write(Ranking ranking) {
		KeptRanking kept = new KeptRanking(ranking, NOW, true, 9, ranking.measured(), List.of("pending"), "name", 7);
		return this.records.write(kept, ranking.rows(Sort.SCORE));
	}

	private KeptRanking read(byte[] bytes, Window window) {
		return this.records.read(bytes, new Period(window, DAY));
	}

	private Ranking ranking(int count, Window window) {
		List<TrackedRepository> repositories = new ArrayList<>();
		for (int id = 1; id <= count; id++) {
			repositories.add(new TrackedRepository(candidate(id, null),
					new StarHistory(DAY.minusDays(39), Collections.nCopies(40, id * 30), 5, NOW)));
		}
		return this.ranker.rank(repositories, window, DAY);
	}

	private static Candidate candidate(long id, @Nullable String description) {
		return new Candidate(id, "owner/name" + id, "https://github.com/owner/name" + id, description, "Java",
				List.of(), "MIT", Instant.parse("2020-01-01T00:00:00Z"), NOW, 1_000 + id, 20 * id, NOW);
	}

}
