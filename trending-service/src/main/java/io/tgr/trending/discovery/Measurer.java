package io.tgr.trending.discovery;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import io.tgr.trending.details.DetailsRefusedException;
import io.tgr.trending.details.DetailsUnavailableException;
import io.tgr.trending.details.Measurement;
import io.tgr.trending.details.RepoDetails;
import io.tgr.trending.details.Shortfall;
import io.tgr.trending.pool.CandidatePool;
import io.tgr.trending.pool.StarHistory;
import io.tgr.trending.pool.TrackedRepository;

/**
 * Has repositories measured, and keeps their stars per day in the pool; whatever follows
 * a round goes on off the event loop.
 */
class Measurer {

	private final RepoDetails details;

	private final CandidatePool pool;

	private final Scheduler scheduler;

	private final Unreadable unreadable;

	private final AtomicInteger measured = new AtomicInteger();

	Measurer(RepoDetails details, CandidatePool pool, Scheduler scheduler, Clock clock) {
		this.details = details;
		this.pool = pool;
		this.scheduler = scheduler;
		this.unreadable = new Unreadable(clock);
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
			.then(Mono.fromSupplier(() -> settled(tally)))
			.publishOn(this.scheduler);
	}

	private MeasuringRound settled(MeasuringRound.Tally tally) {
		MeasuringRound round = tally.round();
		this.unreadable.count(tally.unreadable(), round.fruitless());
		return round;
	}

	boolean rests(TrackedRepository repository) {
		return this.unreadable.rests(repository);
	}

	boolean gaveUp(TrackedRepository repository) {
		return this.unreadable.isGivenUp(repository);
	}

	int measured() {
		return this.measured.get();
	}

	private void settle(Measurement measurement, MeasuringRound.Tally tally) {
		String requested = measurement.requestedName();
		if (measurement.history() != null) {
			keep(requested, measurement.fullName(), measurement.history());
		}
		if (isAnswered(measurement.shortfall())) {
			tally.asked();
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
				this.unreadable.failed(name);
				tally.failed(name, shortfall);
			}
		}
	}

	private static boolean isAnswered(@Nullable Shortfall shortfall) {
		return shortfall == null || shortfall.reason() == Shortfall.Reason.GONE
				|| shortfall.reason() == Shortfall.Reason.GITHUB_UNAVAILABLE;
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

}
