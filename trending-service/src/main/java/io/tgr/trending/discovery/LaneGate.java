package io.tgr.trending.discovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.tgr.trending.details.Shortfall;

/**
 * Says whether measuring may go on, how much at a time, and tells the plan what became of
 * it. Used by one thread at a time.
 */
class LaneGate {

	private static final Duration LOOK = Duration.ofMinutes(1);

	private static final Duration LONGEST = Duration.ofMinutes(2);

	// While nothing comes back, so many are asked for to see whether that is over: more
	// than Unreadable takes for the failure of each of them.
	private static final int PROBE = Unreadable.FEW + 3;

	private final MeasuringAllowance allowance;

	private final CoreQuota quota;

	private final HourLedger ledger;

	private final Pauses pauses;

	private final DiscoveryProperties properties;

	private final Clock clock;

	private final Backoff backoff;

	LaneGate(MeasuringAllowance allowance, CoreQuota quota, HourLedger ledger, Pauses pauses,
			DiscoveryProperties properties, Clock clock) {
		this.allowance = allowance;
		this.quota = quota;
		this.ledger = ledger;
		this.pauses = pauses;
		this.properties = properties;
		this.clock = clock;
		this.backoff = new Backoff(properties.retryAfterFailure(), LONGEST);
	}

	/**
	 * How long nothing may be measured.
	 * @return how long to rest, {@code null} if measuring may go on
	 */
	@Nullable Duration closed() {
		Instant now = this.clock.instant();
		Instant silence = this.quota.pausedUntil(now);
		if (silence != null) {
			return pause(silence, Pauses.SECONDARY_LIMIT, now);
		}
		Instant spent = this.allowance.spentUntil();
		if (spent != null) {
			return pause(spent, Pauses.SPENT, now);
		}
		this.pauses.end(Pauses.CORE, Pauses.SPENT);
		return null;
	}

	int batch() {
		int most = (this.backoff.failures() > 1) ? PROBE : this.properties.batch();
		return Math.max(1, Math.min(most, this.allowance.left()));
	}

	void spent(Collection<Due> batch, MeasuringRound round) {
		Map<PlanLane, Integer> counts = new EnumMap<>(PlanLane.class);
		batch.stream().limit(round.asked()).forEach((one) -> counts.merge(one.lane(), 1, Integer::sum));
		counts.forEach(this.ledger::spend);
	}

	void due(PlanLane lane, int count, @Nullable String next) {
		this.ledger.due(lane, count, next);
	}

	void due(Map<String, Due> due) {
		Map<PlanLane, Integer> counts = new EnumMap<>(PlanLane.class);
		Map<PlanLane, String> next = new EnumMap<>(PlanLane.class);
		due.forEach((name, one) -> {
			counts.merge(one.lane(), 1, Integer::sum);
			next.putIfAbsent(one.lane(), name);
		});
		for (PlanLane lane : PlanLane.values()) {
			if (lane.bucket().equals(Pauses.CORE) && lane != PlanLane.FIRST_SWEEPS) {
				this.ledger.due(lane, counts.getOrDefault(lane, 0), next.get(lane));
			}
		}
	}

	/**
	 * Judges a round.
	 * @param round how it went
	 * @return how long to rest, {@code null} if nothing hindered it
	 */
	@Nullable Duration after(MeasuringRound round) {
		Shortfall shortfall = round.shortfall();
		if (!round.hindered() || shortfall == null) {
			this.backoff.succeeded();
			this.pauses.end(Pauses.CORE);
			return null;
		}
		Instant now = this.clock.instant();
		Duration wait = this.backoff.failed();
		Instant retryAt = round.retryAt();
		boolean silence = this.quota.pausedUntil(now) != null;
		if (retryAt == null || !retryAt.isAfter(now.plus(wait))) {
			retryAt = now.plus(wait);
		}
		return pause(retryAt, (round.refused() && silence) ? Pauses.SECONDARY_LIMIT : shortfall.reason().slug(), now);
	}

	private Duration pause(Instant until, String reason, Instant now) {
		this.pauses.begin(Pauses.CORE, until, reason);
		Duration rest = Duration.between(now, until);
		return (rest.compareTo(LOOK) < 0) ? rest.plusMillis(1) : LOOK;
	}

}
