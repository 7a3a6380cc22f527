package io.tgr.trending.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SightingsTests {

	private static final Instant START = Instant.parse("2026-08-01T00:30:00Z");

	@Test
	void keepsOneAnHourOfTheLastDayAndOneADayBefore() {
		Sightings sightings = every(Duration.ofMinutes(10), Duration.ofDays(10));
		assertThat(sightings.size()).isBetween(24 + 9, 25 + 10);
	}

	@Test
	void forgetsWhatIsOlderThanNinetyDays() {
		Sightings sightings = every(Duration.ofHours(5), Duration.ofDays(200));
		assertThat(sightings.size()).isLessThanOrEqualTo(91 + 6);
		assertThat(sightings.toBytes().length).isLessThan(400);
	}

	@Test
	void tellsThePaceBetweenTheLatestThatAreNotTooClose() {
		assertThat(Sightings.NONE.pace()).isNull();
		Sightings sightings = Sightings.NONE.and(START, 100);
		assertThat(sightings.pace()).isNull();
		sightings = sightings.and(START.plus(Duration.ofMinutes(29)), 200);
		assertThat(sightings.pace()).isNull();
		sightings = sightings.and(START.plus(Duration.ofHours(12)), 150);
		assertThat(Objects.requireNonNull(sightings.pace())).isCloseTo(100, Offset.offset(0.1));
		sightings = sightings.and(START.plus(Duration.ofHours(13)), 10);
		assertThat(sightings.pace()).isZero();
	}

	@Test
	void ignoresWhatIsOlderThanTheLatest() {
		Sightings sightings = Sightings.NONE.and(START, 100);
		assertThat(sightings.and(START.minusSeconds(61), 90)).isEqualTo(sightings);
	}

	@Test
	void readsWhatItWrote() {
		Sightings sightings = every(Duration.ofHours(3), Duration.ofDays(3));
		assertThat(Sightings.of(sightings.toBytes())).isEqualTo(sightings)
			.extracting(Sightings::pace)
			.isEqualTo(sightings.pace());
		assertThat(Sightings.of(new byte[0])).isEqualTo(Sightings.NONE);
	}

	@Test
	void bringsTogetherWhatTwoReplicasSaw() {
		Sightings one = Sightings.NONE.and(START, 100).and(START.plus(Duration.ofHours(2)), 120);
		Sightings other = Sightings.NONE.and(START.plus(Duration.ofHours(1)), 110);
		assertThat(one.merged(other).size()).isEqualTo(3);
		assertThat(other.merged(one)).isEqualTo(one.merged(other));
		assertThat(one.merged(one)).isEqualTo(one);
		assertThat(Sightings.NONE.merged(one)).isEqualTo(one);
	}

	private static Sightings every(Duration interval, Duration span) {
		Sightings sightings = Sightings.NONE;
		long stars = 1_000;
		for (Instant at = START; at.isBefore(START.plus(span)); at = at.plus(interval)) {
			sightings = sightings.and(at, stars++);
		}
		return sightings;
	}

}
