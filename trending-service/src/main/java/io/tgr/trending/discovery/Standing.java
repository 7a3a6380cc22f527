package io.tgr.trending.discovery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.tgr.trending.pool.StarHistory;
import io.tgr.trending.pool.TrackedRepository;

/**
 * Where the top of a scope stands by stars gained.
 *
 * @param daily what it takes to belong to the top of the last day
 * @param weekly what it takes to belong to the top of the last seven days
 * @param oldest when the oldest figure was asked for, {@code null} without any
 */
record Standing(int daily, int weekly, @Nullable Instant oldest) {

	private static final int TOP = 25;

	private static final int WEEK = 7;

	static Standing of(List<TrackedRepository> repositories, LocalDate yesterday) {
		List<Integer> daily = new ArrayList<>();
		List<Integer> weekly = new ArrayList<>();
		Instant oldest = null;
		for (TrackedRepository repository : repositories) {
			StarHistory history = repository.history();
			if (history == null || history.to().isBefore(yesterday)) {
				continue;
			}
			daily.add(gained(history, 1));
			weekly.add(gained(history, WEEK));
			oldest = (oldest == null || history.asOf().isBefore(oldest)) ? history.asOf() : oldest;
		}
		return new Standing(cut(daily), cut(weekly), oldest);
	}

	boolean holds(TrackedRepository repository) {
		StarHistory history = repository.history();
		return history != null && (gained(history, 1) >= this.daily || gained(history, WEEK) >= this.weekly);
	}

	private static int cut(List<Integer> gains) {
		gains.sort(Collections.reverseOrder());
		return (gains.size() < TOP) ? 1 : Math.max(1, gains.get(TOP - 1));
	}

	private static int gained(StarHistory history, int days) {
		int size = history.days().size();
		return (int) history.sum(size - days, size);
	}

}
