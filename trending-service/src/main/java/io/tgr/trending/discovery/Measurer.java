package io.tgr.trending.discovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.tgr.trending.details.DetailsRefusedException;
import io.tgr.trending.details.DetailsUnavailableException;
import io.tgr.trending.details.Measurement;
import io.tgr.trending.details.RepoDetails;
import io.tgr.trending.details.Shortfall;
import io.tgr.trending.pool.CandidatePool;
import io.tgr.trending.pool.StarHistory;
import io.tgr.trending.pool.TrackedRepository;

/**
 * Has repositories measured, and keeps their stars per day in the pool.
 */
class Measurer {

	private static final Duration REST = Duration.ofMinutes(5);

	private static final int MOST_RESTING = 10_000;

	private final RepoDetails details;

	private final CandidatePool pool;

	private final Cache<String, Instant> resting;

	private final AtomicInteger measured = new AtomicInteger();

	Measurer(RepoDetails details, CandidatePool pool, Clock clock) {
		this.details = details;
		this.pool = pool;
		this.resting = Caffeine.newBuilder()
			.maximumSize(MOST_RESTING)
			.expireAfterWrite(REST)
			.ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
			.build();
	}

	/**
	 * Has repositories measured; never fails.
	 * @param names full names
	 * @return how it went, once all are settled
	 */
	Mono<MeasuringRound> measure(Collection<String> names) {
		MeasuringRound.Tally tally = new MeasuringRound.Tally();
		return this.details.measure(List.copyOf(names))
			.doOnNext((measurement) -> settle(measurement, tally))
			.onErrorResume((failure) -> {
				tally.failed(shortfall(failure));
				return Flux.empty();
			})
			.then(Mono.fromSupplier(tally::round));
	}

	boolean rests(TrackedRepository repository) {
		return this.resting.getIfPresent(key(repository.candidate().fullName())) != null;
	}

	int measured() {
		return this.measured.get();
	}

	private void settle(Measurement measurement, MeasuringRound.Tally tally) {
		String requested = measurement.requestedName();
		if (measurement.history() != null) {
			keep(requested, measurement.fullName(), measurement.history());
		}
		if (measurement.shortfall() != null) {
			fall(requested, measurement.shortfall(), tally);
		}
		else {
			tally.succeeded();
		}
	}

	private void keep(String requested, String fullName, StarHistory history) {
		if (!requested.equalsIgnoreCase(fullName)) {
			this.pool.renamed(requested, fullName);
		}
		TrackedRepository before = this.pool.find(fullName);
		this.pool.measured(fullName, history);
		if (before != null && before.history() == null) {
			this.measured.incrementAndGet();
		}
	}

	private void fall(String name, Shortfall shortfall, MeasuringRound.Tally tally) {
		switch (shortfall.reason()) {
			case GONE -> this.pool.removed(name);
			case QUOTA -> tally.failed(shortfall);
			default -> {
				this.resting.put(key(name), Instant.EPOCH);
				tally.failed(shortfall);
			}
		}
	}

	private static Shortfall shortfall(Throwable failure) {
		if (failure instanceof DetailsRefusedException refused) {
			return refused.shortfall();
		}
		if (failure instanceof DetailsUnavailableException) {
			return new Shortfall(Shortfall.Reason.DETAILS_UNAVAILABLE, null);
		}
		throw new IllegalStateException("Measuring failed for a reason without a name", failure);
	}

	private static String key(String fullName) {
		return fullName.toLowerCase(Locale.ROOT);
	}

}
