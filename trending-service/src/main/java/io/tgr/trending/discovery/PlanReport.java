package io.tgr.trending.discovery;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Shows the plan, in {@code GET /quota} and to Prometheus.
 */
class PlanReport implements RefreshPlan, MeterBinder {

	private final Planner planner;

	private final HourLedger ledger;

	private final Pauses pauses;

	private final DiscoveryProperties properties;

	private final BooleanSupplier leads;

	PlanReport(Planner planner, HourLedger ledger, Pauses pauses, DiscoveryProperties properties,
			BooleanSupplier leads) {
		this.planner = planner;
		this.ledger = ledger;
		this.pauses = pauses;
		this.properties = properties;
		this.leads = leads;
	}

	@Override
	public PlanStatus status() {
		HourPlan plan = this.planner.current();
		Duration hot = plan.hotInterval();
		List<PlanStatus.Lane> lanes = Arrays.stream(PlanLane.values()).map((lane) -> lane(plan, lane)).toList();
		List<PlanStatus.Pause> paused = pauses().entrySet()
			.stream()
			.map((entry) -> new PlanStatus.Pause(entry.getKey(), entry.getValue().since(), entry.getValue().until(),
					entry.getValue().reason()))
			.toList();
		return new PlanStatus(plan.from(), plan.to(), this.properties.budgetShare(), refreshing(),
				plan.followed().all(), plan.searchInterval().toSeconds(),
				(hot != null) ? Long.valueOf(hot.toSeconds()) : null, plan.budget().corePerDay(),
				plan.budget().coreAtMost(), lanes, paused);
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (PlanLane lane : PlanLane.values()) {
			gauge(registry, "planned", lane, "Calls planned for this hour",
					(report) -> report.planned(report.planner.current(), lane));
			gauge(registry, "spent", lane, "Calls made in this hour", (report) -> report.ledger.spent(lane));
			gauge(registry, "due", lane, "Calls overdue at the last look", (report) -> report.due(lane).count());
		}
		for (String bucket : List.of(Pauses.SEARCH, Pauses.CORE)) {
			Gauge.builder("tgr.discovery.plan.paused", this, (report) -> (report.pauses().containsKey(bucket)) ? 1 : 0)
				.description("Whether background work on a bucket rests though something is due")
				.tag("bucket", bucket)
				.register(registry);
		}
	}

	private void gauge(MeterRegistry registry, String name, PlanLane lane, String description,
			ToDoubleFunction<PlanReport> value) {
		Gauge.builder("tgr.discovery.plan." + name, this, value)
			.description(description)
			.tag("lane", lane.id())
			.register(registry);
	}

	private PlanStatus.Lane lane(HourPlan plan, PlanLane lane) {
		HourLedger.Due due = due(lane);
		return new PlanStatus.Lane(lane.id(), lane.bucket(), planned(plan, lane), this.ledger.spent(lane), due.count(),
				due.next());
	}

	// What a replica whose turn it is not would do is not what happens.
	private boolean refreshing() {
		return this.properties.refresh() && this.leads.getAsBoolean();
	}

	private int planned(HourPlan plan, PlanLane lane) {
		return (refreshing()) ? plan.planned(lane) : 0;
	}

	private HourLedger.Due due(PlanLane lane) {
		return (refreshing()) ? this.ledger.due(lane) : HourLedger.Due.NOTHING;
	}

	private Map<String, Pauses.Pause> pauses() {
		return (refreshing()) ? this.pauses.all() : Map.of();
	}

}
