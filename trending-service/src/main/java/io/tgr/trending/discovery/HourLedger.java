package io.tgr.trending.discovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What this hour has brought so far, and what is due. Safe for use by several threads.
 */
class HourLedger {

	private final Map<PlanLane, Integer> spent = new EnumMap<>(PlanLane.class);

	private final Map<PlanLane, Due> due = new EnumMap<>(PlanLane.class);

	private final Clock clock;

	private double credit;

	private Instant creditAt;

	HourLedger(Clock clock) {
		this.clock = clock;
		this.creditAt = clock.instant();
	}

	synchronized void begin() {
		this.spent.clear();
	}

	synchronized void spend(PlanLane lane, int calls) {
		this.spent.merge(lane, calls, Integer::sum);
		if ("core".equals(lane.bucket()) && !lane.urgent()) {
			this.credit -= calls;
		}
	}

	synchronized int spent(PlanLane lane) {
		return this.spent.getOrDefault(lane, 0);
	}

	synchronized int spentOn(String bucket) {
		return this.spent.entrySet()
			.stream()
			.filter((entry) -> bucket.equals(entry.getKey().bucket()))
			.mapToInt(Map.Entry::getValue)
			.sum();
	}

	/**
	 * How many measurements that are not urgent may be made now, if they are spread
	 * evenly.
	 * @param perHour how many of them an hour may bring
	 * @param batch how many are made in one go
	 * @return how many, never a large part of an hour's
	 */
	synchronized int credit(int perHour, int batch) {
		Instant now = this.clock.instant();
		double hours = Duration.between(this.creditAt, now).toMillis() / (double) Duration.ofHours(1).toMillis();
		this.creditAt = now;
		this.credit = Math.min(Math.max(batch, perHour / 4.0), this.credit + perHour * hours);
		return (int) Math.floor(this.credit);
	}

	synchronized void due(PlanLane lane, int count, @Nullable String next) {
		this.due.put(lane, new Due(count, next));
	}

	synchronized Due due(PlanLane lane) {
		return this.due.getOrDefault(lane, Due.NOTHING);
	}

	synchronized Map<PlanLane, Integer> due() {
		Map<PlanLane, Integer> counts = new EnumMap<>(PlanLane.class);
		this.due.forEach((lane, one) -> counts.put(lane, one.count()));
		return counts;
	}

	/**
	 * What is due in a lane.
	 *
	 * @param count how many calls
	 * @param next the first of them: a language or a repository
	 */
	record Due(int count, @Nullable String next) {

		static final Due NOTHING = new Due(0, null);

	}

}
