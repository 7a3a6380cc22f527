package io.tgr.trending.ranking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import io.tgr.trending.pool.TrackedRepository;

/**
 * What the pool held of some languages at one moment, ranked once for each window that is
 * asked for.
 */
final class Snapshot {

	private final List<TrackedRepository> repositories;

	private final long version;

	private final LocalDate yesterday;

	private final Instant at;

	private final int weight;

	private final Map<Window, Ranking> rankings = new ConcurrentHashMap<>();

	Snapshot(List<TrackedRepository> repositories, long version, LocalDate yesterday, Instant at) {
		this.repositories = List.copyOf(repositories);
		this.version = version;
		this.yesterday = yesterday;
		this.at = at;
		this.weight = weight(this.repositories);
	}

	boolean isOf(long version, LocalDate yesterday) {
		return this.version == version && isOf(yesterday);
	}

	boolean isOf(LocalDate yesterday) {
		return this.yesterday.equals(yesterday);
	}

	boolean isAfter(Instant moment) {
		return this.at.isAfter(moment);
	}

	Moment moment() {
		return new Moment(this.version, this.yesterday, this.at);
	}

	@Nullable Ranking ready(Window window) {
		return this.rankings.get(window);
	}

	Ranking rank(Window window, Ranker ranker) {
		return this.rankings.computeIfAbsent(window,
				(absent) -> ranker.rank(this.repositories, window, this.yesterday));
	}

	Replay replay(RankingKey key, Ranker ranker) {
		LocalDate last = rank(key.window(), ranker).period().to();
		LocalDate first = Past.firstDay(this.repositories, key.window(), last);
		LocalDate day = (key.date() != null) ? key.date() : last;
		boolean held = first != null && !day.isBefore(first) && !day.isAfter(last);
		return new Replay((held) ? ranker.replay(this.repositories, new Period(key.window(), day)) : null, first, last);
	}

	/**
	 * How much memory it takes.
	 * @return rows of all windows, and a little for those that are not ranked
	 */
	int weight() {
		return this.weight;
	}

	private static int weight(List<TrackedRepository> repositories) {
		long measured = repositories.stream().filter((repository) -> repository.history() != null).count();
		return (int) (measured * Window.values().length + repositories.size() / 10 + 10);
	}

	/**
	 * When the pool was as this snapshot has it.
	 *
	 * @param version the version of the pool
	 * @param yesterday the last complete day
	 * @param at the time
	 */
	record Moment(long version, LocalDate yesterday, Instant at) {

	}

}
