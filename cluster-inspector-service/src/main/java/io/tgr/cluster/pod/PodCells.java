package io.tgr.cluster.pod;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The cells of a pod in the table of {@code kubectl get pods -A -o wide}.
 *
 * @param namespace the NAMESPACE column
 * @param name the NAME column
 * @param ready the READY column
 * @param status the STATUS column
 * @param restarts the RESTARTS column
 * @param age the AGE column
 * @param ip the IP column
 * @param node the NODE column
 * @param nominatedNode the NOMINATED NODE column
 * @param readinessGates the READINESS GATES column
 */
public record PodCells(String namespace, String name, String ready, String status, String restarts, String age,
		String ip, String node, String nominatedNode, String readinessGates) {

	private static final String NONE = "<none>";

	/**
	 * The names of the columns.
	 */
	public static final List<String> COLUMNS = List.of("NAMESPACE", "NAME", "READY", "STATUS", "RESTARTS", "AGE", "IP",
			"NODE", "NOMINATED NODE", "READINESS GATES");

	/**
	 * The cells of a pod.
	 * @param pod the pod
	 * @param now the moment that ages are told for
	 * @return the cells
	 */
	public static PodCells of(PodRow pod, Instant now) {
		PodState state = pod.state();
		Placement placement = pod.placement();
		ReadinessGates gates = state.readinessGates();
		return new PodCells(pod.key().namespace(), pod.key().name(),
				state.readyContainers() + "/" + state.totalContainers(), state.status(), restarts(state, now),
				age(pod.createdAt(), now), (placement.ips().isEmpty()) ? NONE : placement.ips().get(0),
				orNone(placement.node()), orNone(placement.nominatedNode()),
				(gates != null) ? gates.ready() + "/" + gates.total() : NONE);
	}

	/**
	 * All cells.
	 * @return the cells in the order of {@link #COLUMNS}
	 */
	public List<String> all() {
		return List.of(this.namespace, this.name, this.ready, this.status, this.restarts, this.age, this.ip, this.node,
				this.nominatedNode, this.readinessGates);
	}

	private static String restarts(PodState state, Instant now) {
		Instant last = state.restartedAt();
		return (state.restarts() != 0 && last != null) ? "%d (%s ago)".formatted(state.restarts(), age(last, now))
				: String.valueOf(state.restarts());
	}

	private static String age(Instant since, Instant now) {
		return (since.equals(Instant.EPOCH)) ? "<unknown>" : HumanDuration.of(Duration.between(since, now));
	}

	private static String orNone(@Nullable String text) {
		return (text != null) ? text : NONE;
	}

}
