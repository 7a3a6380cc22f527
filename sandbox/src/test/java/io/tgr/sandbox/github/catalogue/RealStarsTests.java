package io.tgr.sandbox.github.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RealStarsTests {

	private static final RawStars RAW = new RawStars();

	private static final LocalDate END = RAW.lastDay();

	private static final Catalogue CATALOGUE = Catalogue.open(() -> END.plusDays(1));

	@Test
	void sevenDaysOfFiftyRealSeriesAddUpToWhatTheFileSays() {
		for (String name : some(RAW.listedOnTheLast(8), 50)) {
			StarHistory history = repository(name).starHistory();
			LocalDate before = END.minusDays(7);
			int gained = before.plusDays(1).datesUntil(END.plusDays(1)).mapToInt(history::on).sum();
			assertThat(gained).as(name).isEqualTo(RAW.stars(name, END) - RAW.lowest(name, before, END));
		}
	}

	@Test
	void everyDayOfAMonthOfFiftyRealSeriesIsWhatSurvived() {
		for (String name : some(RAW.listedOnTheLast(31), 50)) {
			StarHistory history = repository(name).starHistory();
			END.minusDays(29).datesUntil(END.plusDays(1)).forEach((day) -> {
				int surviving = RAW.lowest(name, day, END);
				int survivingBefore = RAW.lowest(name, day.minusDays(1), END);
				assertThat(history.on(day)).as("%s on %s", name, day).isEqualTo(surviving - survivingBefore);
			});
		}
	}

	@Test
	void everyHistoryAddsUpToTheStarsShown() {
		for (Repository repository : CATALOGUE.snapshot().repositories()) {
			assertThat(repository.starHistory().total()).as(repository.fullName()).isEqualTo(repository.stars());
		}
	}

	private Repository repository(String name) {
		return Objects.requireNonNull(CATALOGUE.snapshot().find(name), name);
	}

	private static List<String> some(List<String> names, int count) {
		List<String> shuffled = new ArrayList<>(names);
		Collections.shuffle(shuffled, new Random(20260822));
		assertThat(shuffled).hasSizeGreaterThan(count);
		return shuffled.subList(0, count);
	}

}
