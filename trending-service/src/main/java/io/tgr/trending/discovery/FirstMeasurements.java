package io.tgr.trending.discovery;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Chooses what first sweeps measure next: urgent ones first, then whichever has come
 * least far, further the more it is asked for. Used by one thread at a time.
 */
class FirstMeasurements {

	private static final Log logger = LogFactory.getLog(MeasureLane.class);

	private final Sweeps sweeps;

	private final Prospects prospects;

	private final MeasuringPlan plan;

	private final MeasuringAllowance allowance;

	private final LaneGate gate;

	private final DiscoveryMetrics metrics;

	FirstMeasurements(Sweeps sweeps, Prospects prospects, MeasuringPlan plan, MeasuringAllowance allowance,
			LaneGate gate, DiscoveryMetrics metrics) {
		this.sweeps = sweeps;
		this.prospects = prospects;
		this.plan = plan;
		this.allowance = allowance;
		this.gate = gate;
		this.metrics = metrics;
	}

	/**
	 * Chooses; sweeps that turn out to be over are marked so.
	 * @return at most one batch, of one sweep
	 */
	Map<String, Due> next() {
		List<Sweep> unfinished = this.sweeps.inOrder()
			.stream()
			.filter((sweep) -> sweep.searchedAt() != null && !sweep.isSwept() && this.allowance.isFor(sweep))
			.toList();
		if (unfinished.isEmpty()) {
			this.gate.due(PlanLane.FIRST_SWEEPS, 0, null);
			return Map.of();
		}
		for (Sweep sweep : inTurn(unfinished)) {
			List<String> names = this.prospects.unmeasured(sweep);
			if (sweep.isSwept()) {
				finished(sweep);
			}
			else if (!names.isEmpty()) {
				this.gate.due(PlanLane.FIRST_SWEEPS, unfinished.size() * names.size(), sweep.scope().toString());
				return batch(names, sweep);
			}
		}
		return Map.of();
	}

	private List<Sweep> inTurn(List<Sweep> unfinished) {
		Map<Sweep, Double> weights = this.sweeps.weights(unfinished);
		return unfinished.stream()
			.sorted(Comparator.comparing((Sweep sweep) -> !this.sweeps.isUrgent(sweep))
				.thenComparingDouble((sweep) -> sweep.depth() / weights.getOrDefault(sweep, 1.0)))
			.toList();
	}

	private Map<String, Due> batch(List<String> names, Sweep sweep) {
		Map<String, Due> batch = new LinkedHashMap<>();
		names.stream()
			.limit(this.gate.batch())
			.forEach((name) -> batch.put(name, new Due(sweep, PlanLane.FIRST_SWEEPS)));
		return batch;
	}

	private void finished(Sweep sweep) {
		this.plan.due(List.of(sweep));
		this.metrics.swept("complete");
		logger.info("Sweep of " + sweep.scope() + " ends: the " + sweep.depth()
				+ " most promising repositories were measured");
	}

}
