package io.tgr.trending.discovery;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What one hour is planned to bring.
 *
 * @param from when the hour began
 * @param budget what may be spent
 * @param followed languages kept current, all languages together counted as one
 * @param depth how many repositories of a language are measured
 * @param hotInterval how often the top of a language is measured again, {@code null} when
 * once a day has to do
 * @param searchInterval how often a language is searched again
 * @param steady measurements an hour beside first sweeps and day turns
 * @param planned calls of each lane
 */
record HourPlan(Instant from, HourlyBudget budget, Followed followed, Depth depth, @Nullable Duration hotInterval,
		Duration searchInterval, int steady, Map<PlanLane, Integer> planned) {

	private static final Duration SHORTEST_HOT = Duration.ofHours(1);

	private static final Duration LONGEST_HOT = Duration.ofHours(12);

	private static final Duration HOUR = Duration.ofHours(1);

	// Of what is spent beside first sweeps and day turns.
	private static final double HOT = 0.47;

	private static final double RISERS = 0.25;

	/**
	 * Plans an hour.
	 * @param now a moment of the hour
	 * @param budget what may be spent
	 * @param followed languages kept current
	 * @param due calls that are overdue in each lane
	 * @param properties the settings
	 * @return the plan
	 */
	static HourPlan of(Instant now, HourlyBudget budget, Followed followed, Map<PlanLane, Integer> due,
			DiscoveryProperties properties) {
		Depth depth = Depth.of(budget, followed.deep(), properties);
		int dayTurn = (int) Math.min(Depth.DAY_TURN * budget.corePerDay(), followed.all() * depth.daily());
		int steady = Math.max(0, (budget.corePerDay() - dayTurn) / 24);
		int hot = followed.all() * depth.hot();
		Duration hotInterval = interval(hot, HOT * steady, properties.hotInterval());
		int searches = followed.all() * properties.searchesPerInterval();
		Duration searchInterval = longer(properties.searchInterval(),
				HOUR.multipliedBy(searches).dividedBy(budget.searchesPerHour()));
		boolean dayTurns = now.atOffset(ZoneOffset.UTC).getHour() == 0;
		Map<PlanLane, Integer> planned = new EnumMap<>(PlanLane.class);
		planned.put(PlanLane.FIRST_SEARCHES,
				Math.min(followed.unsearched() * SweepPlan.MOST, 60 * budget.searchesPerMinute()));
		planned.put(PlanLane.REPEATED_SEARCHES, Math.min(budget.searchesPerHour(), perHour(searches, searchInterval)));
		planned.put(PlanLane.FIRST_SWEEPS, Math.min(followed.unswept() * depth.first(), budget.coreAtMost()));
		planned.put(PlanLane.DAY_TURN, Math.min(budget.coreAtMost(),
				Math.max((dayTurns) ? dayTurn : 0, due.getOrDefault(PlanLane.DAY_TURN, 0))));
		planned.put(PlanLane.HOT, (hotInterval != null) ? perHour(hot, hotInterval) : 0);
		planned.put(PlanLane.RISERS,
				Math.min(followed.all() * properties.newcomers(), (int) Math.ceil(RISERS * steady)));
		planned.put(PlanLane.OLDEST, oldest(steady, planned, properties.oldestPerHour()));
		return new HourPlan(now.truncatedTo(ChronoUnit.HOURS), budget, followed, depth, hotInterval, searchInterval,
				steady, planned);
	}

	private static int oldest(int steady, Map<PlanLane, Integer> planned, @Nullable Integer set) {
		int left = steady - planned.getOrDefault(PlanLane.HOT, 0) - planned.getOrDefault(PlanLane.RISERS, 0);
		return (set != null) ? set : Math.max(0, left);
	}

	Instant to() {
		return this.from.plus(HOUR);
	}

	boolean covers(Instant moment) {
		return !moment.isBefore(this.from) && moment.isBefore(to());
	}

	/**
	 * How old a figure is that is measured again when there is something left for it.
	 * @return the age
	 */
	Duration old() {
		return (this.hotInterval != null) ? this.hotInterval : LONGEST_HOT;
	}

	int planned(PlanLane lane) {
		return this.planned.getOrDefault(lane, 0);
	}

	private static int perHour(int count, Duration interval) {
		return (int) Math.ceil(count * (double) HOUR.toMillis() / interval.toMillis());
	}

	private static @Nullable Duration interval(int count, double perHour, @Nullable Duration set) {
		if (set != null) {
			return set;
		}
		double hours = (perHour > 0) ? count / perHour : Double.MAX_VALUE;
		Duration interval = Duration.ofMinutes((long) Math.min(hours * 60, 100_000));
		return (interval.compareTo(LONGEST_HOT) > 0) ? null : longer(SHORTEST_HOT, interval);
	}

	private static Duration longer(Duration one, Duration other) {
		return (one.compareTo(other) > 0) ? one : other;
	}

	/**
	 * How deep into a language the budget reaches.
	 *
	 * @param first how many repositories the first sweep measures at least
	 * @param most how many it goes on to
	 * @param daily how many are measured again when the UTC day has turned
	 * @param hot how many of them during the day
	 */
	record Depth(int first, int most, int daily, int hot) {

		private static final int LEAST = 25;

		// So that a first sweep takes half a day's budget at most, a day turn this part.
		static final double DAY_TURN = 0.6;

		static Depth of(HourlyBudget budget, int languages, DiscoveryProperties properties) {
			int most = Math.min(properties.measuredAtMost(), Math.max(LEAST, budget.corePerDay() / (2 * languages)));
			int daily = Math.min(properties.measuredDaily(),
					Math.max(LEAST, (int) (DAY_TURN * budget.corePerDay() / languages)));
			return new Depth(Math.min(properties.measuredAtFirst(), most), most, daily,
					Math.min(properties.hotRepositories(), daily));
		}

	}

}
