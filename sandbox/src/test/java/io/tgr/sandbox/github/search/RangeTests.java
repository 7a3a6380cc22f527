package io.tgr.sandbox.github.search;

import java.time.Instant;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RangeTests {

	@ParameterizedTest
	@CsvSource({ "10,10,11", "10..20,20,21", "10..20,10,9", ">10,11,10", ">=10,10,9", "<10,9,10", "<=10,10,11",
			"*..10,0,11", "10..*,999999,9" })
	void understandsNumbers(String text, long inside, long outside) {
		Range range = Objects.requireNonNull(Range.parse(text, Values::number));
		assertThat(range.contains(inside)).isTrue();
		assertThat(range.contains(outside)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "2026-05-01,2026-05-01T23:59:59Z,2026-05-02T00:00:00Z",
			">2026-05-01,2026-05-02T00:00:00Z,2026-05-01T23:59:59Z",
			"<2026-05-01,2026-04-30T23:59:59Z,2026-05-01T00:00:00Z",
			"<=2026-05-01,2026-05-01T23:59:59Z,2026-05-02T00:00:00Z",
			"2026-05-01..2026-05-03,2026-05-03T23:59:59Z,2026-05-04T00:00:00Z",
			">=2026-05-01T12:00:00Z,2026-05-01T12:00:00Z,2026-05-01T11:59:59Z",
			">=2026-05-01T12:00:00+02:00,2026-05-01T10:00:00Z,2026-05-01T09:59:59Z",
			"*..2026-05-01T12:00:00,2026-05-01T12:00:00Z,2026-05-01T12:00:01Z" })
	void understandsTimes(String text, Instant inside, Instant outside) {
		Range range = Objects.requireNonNull(Range.parse(text, Values::time));
		assertThat(range.contains(inside.getEpochSecond())).isTrue();
		assertThat(range.contains(outside.getEpochSecond())).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "many", ">", "10..many", "-3", "1e3" })
	void whatIsNoNumberIsNoRange(String text) {
		assertThat(Range.parse(text, Values::number)).isNull();
	}

	@Test
	void whatIsNoDateIsNoRange() {
		assertThat(Range.parse("2026-13-01", Values::time)).isNull();
		assertThat(Range.parse(">yesterday", Values::time)).isNull();
	}

}
