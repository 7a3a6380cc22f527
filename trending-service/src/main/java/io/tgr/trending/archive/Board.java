package io.tgr.trending.archive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.tgr.trending.record.RecordReader;
import io.tgr.trending.record.RecordWriter;

/**
 * Who stood in the first 100 places by score on each day whose ranking is kept, of one
 * scope and window.
 *
 * @param days the days, oldest first
 */
record Board(List<Day> days) {

	static final Board EMPTY = new Board(List.of());

	static final int PLACES = 100;

	private static final int FORMAT = 1;

	Board {
		days = List.copyOf(days);
	}

	Board and(Day day, LocalDate oldest) {
		List<Day> all = new ArrayList<>(this.days);
		all.removeIf((held) -> held.date().equals(day.date()) || held.date().isBefore(oldest));
		all.add(day);
		all.sort(Comparator.comparing(Day::date));
		return new Board(all);
	}

	@Nullable Day on(LocalDate date) {
		return this.days.stream().filter((day) -> day.date().equals(date)).findFirst().orElse(null);
	}

	/**
	 * The days from one to another, both included.
	 */
	List<Day> between(LocalDate from, LocalDate to) {
		return this.days.stream().filter((day) -> !day.date().isBefore(from) && !day.date().isAfter(to)).toList();
	}

	byte[] write() {
		return new RecordWriter(FORMAT).list(this.days, (target, day) -> {
			target.signed(day.date().toEpochDay()).flag(day.complete()).number(day.ids().length);
			Arrays.stream(day.ids()).forEach(target::number);
		}).toBytes();
	}

	static Board read(byte[] bytes) {
		return new Board(new RecordReader(bytes, FORMAT).list((reader) -> {
			LocalDate date = LocalDate.ofEpochDay(reader.signed());
			boolean complete = reader.flag();
			long[] ids = new long[Math.min(reader.small(), PLACES)];
			Arrays.setAll(ids, (place) -> reader.number());
			return new Day(date, complete, ids);
		}));
	}

	/**
	 * One of the days.
	 *
	 * @param date the last day of the window
	 * @param complete whether everything due had been measured
	 * @param ids the repositories, the first place first
	 */
	record Day(LocalDate date, boolean complete, long[] ids) {

		@Nullable Integer rankOf(long id) {
			for (int place = 0; place < this.ids.length; place++) {
				if (this.ids[place] == id) {
					return place + 1;
				}
			}
			return null;
		}

	}

}
