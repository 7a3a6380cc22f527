package io.tgr.trending.discovery;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.tgr.trending.pool.TrackedRepository;

/**
 * Repositories whose history could not be read: each rests for some minutes, and after
 * three failures on a UTC day nobody waits for it any more on that day.
 */
class Unreadable {

	private static final Duration REST = Duration.ofMinutes(5);

	private static final int MOST = 10_000;

	private static final int ENOUGH = 3;

	/**
	 * When so many fail and nothing succeeds, each of them is at fault; more say nothing
	 * about one.
	 */
	static final int FEW = 5;

	private final Cache<String, LocalDate> resting;

	private final Cache<String, Failures> failures = Caffeine.newBuilder().maximumSize(MOST).build();

	private final Clock clock;

	Unreadable(Clock clock) {
		this.clock = clock;
		this.resting = Caffeine.newBuilder()
			.maximumSize(MOST)
			.expireAfterWrite(REST)
			.ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
			.build();
	}

	void failed(String fullName) {
		this.resting.put(key(fullName), today());
	}

	/**
	 * Counts the failures of a round.
	 * @param names the repositories that failed
	 * @param fruitless whether nothing at all came of it: of many repositories that says
	 * nothing about one
	 */
	void count(Collection<String> names, boolean fruitless) {
		if (!fruitless || names.size() <= FEW) {
			names.forEach((name) -> this.failures.asMap()
				.merge(key(name), new Failures(today(), 1), (known, one) -> known.and(one)));
		}
	}

	boolean rests(TrackedRepository repository) {
		return this.resting.getIfPresent(key(repository.candidate().fullName())) != null;
	}

	boolean isGivenUp(TrackedRepository repository) {
		Failures known = this.failures.getIfPresent(key(repository.candidate().fullName()));
		return known != null && known.count() >= ENOUGH && known.day().equals(today());
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
	}

	private static String key(String fullName) {
		return fullName.toLowerCase(Locale.ROOT);
	}

	/**
	 * How often a repository failed on a day.
	 */
	private record Failures(LocalDate day, int count) {

		Failures and(Failures one) {
			return (this.day.equals(one.day)) ? new Failures(this.day, this.count + one.count) : one;
		}

	}

}
