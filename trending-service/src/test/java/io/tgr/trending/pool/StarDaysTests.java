package io.tgr.trending.pool;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StarDaysTests {

	@Test
	void isTheListItWasMadeOf() {
		for (List<Integer> days : List.of(List.<Integer>of(), List.of(0, 255), List.of(1, 256, 65_535),
				List.of(3, 65_536, Integer.MAX_VALUE))) {
			assertThat(StarDays.of(days)).isEqualTo(days).hasSameHashCodeAs(days);
		}
		StarDays days = StarDays.of(Collections.nCopies(90, 4));
		assertThat(StarDays.of(days)).isSameAs(days);
	}

	@Test
	void sumsDaysWithinItsBounds() {
		StarDays days = StarDays.of(List.of(1, 2, 300));
		assertThat(days.sum(-5, 2)).isEqualTo(3);
		assertThat(days.sum(1, 99)).isEqualTo(302);
		assertThat(days.sum(2, 1)).isZero();
	}

}
