package io.tgr.trending.discovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import io.tgr.common.github.GithubBudget;
import io.tgr.common.github.RateLimitBucket;

/**
 * Makes a plan for every hour, and a new one when GitHub allows something else or other
 * languages are to be followed. Safe for use by several threads.
 */
class Planner {

	private static final Log logger = LogFactory.getLog(Planner.class);

	private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(1);

	private static final Duration BETWEEN_COUNTS = Duration.ofMinutes(1);

	private final Sweeps sweeps;

	private final CoreQuota core;

	private final GithubBudget search;

	private final HourLedger ledger;

	private final DiscoveryProperties properties;

	private final Clock clock;

	private @Nullable HourPlan plan;

	private Instant checkedAt = Instant.EPOCH;

	private Instant countedAt = Instant.EPOCH;

	private Followed followed = Followed.NONE;

	Planner(Sweeps sweeps, CoreQuota core, GithubBudget search, HourLedger ledger, DiscoveryProperties properties,
			Clock clock) {
		this.sweeps = sweeps;
		this.core = core;
		this.search = search;
		this.ledger = ledger;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * The plan of the present hour.
	 * @return the plan
	 */
	synchronized HourPlan current() {
		Instant now = this.clock.instant();
		HourPlan known = this.plan;
		boolean turned = known == null || !known.covers(now);
		if (known != null && !turned && now.isBefore(this.checkedAt.plus(BETWEEN_CHECKS))) {
			return known;
		}
		this.checkedAt = now;
		count(now, turned);
		HourlyBudget budget = budget();
		if (known != null && !turned && known.budget().equals(budget)
				&& known.followed().sameLanguages(this.followed)) {
			return known;
		}
		if (known != null && turned) {
			logger.info("The hour from " + known.from() + " spent, of what was planned: "
					+ each((lane) -> this.ledger.spent(lane) + "/" + known.planned(lane)));
			this.ledger.begin();
		}
		HourPlan made = HourPlan.of(now, budget, this.followed, this.ledger.due(), this.properties);
		if (turned || known == null || !made.budget().equals(known.budget())) {
			logger.info("Plan of the hour from " + made.from() + " for " + this.followed.all() + " languages: "
					+ each((lane) -> Integer.toString(made.planned(lane))) + ", at most " + budget.coreAtMost()
					+ " measurements, of " + budget.corePerDay() + " a day");
		}
		this.plan = made;
		return made;
	}

	/**
	 * Whether a language is followed with what there is.
	 * @param sweep its sweep
	 * @return {@code false} if a small quota is kept for what somebody asks for
	 */
	boolean follows(Sweep sweep) {
		return !this.core.isSmall() || this.sweeps.isOfInterest(sweep);
	}

	private HourlyBudget budget() {
		return HourlyBudget.of(this.core.limit(), this.search.quota(RateLimitBucket.SEARCH).limit(), this.properties);
	}

	private void count(Instant now, boolean turned) {
		if (turned || !now.isBefore(this.countedAt.plus(BETWEEN_COUNTS))) {
			this.countedAt = now;
			this.followed = Followed.of(this.sweeps.inOrder().stream().filter(this::follows).toList(), this.sweeps);
		}
	}

	private static String each(Function<PlanLane, String> figures) {
		return Arrays.stream(PlanLane.values())
			.map((lane) -> lane.id() + " " + figures.apply(lane))
			.collect(Collectors.joining(", "));
	}

}
