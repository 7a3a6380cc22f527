package io.tgr.sandbox.cluster.life;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * A replica set and its pods.
 */
final class Revision implements Actor {

	private final Cluster cluster;

	private final EventRecorder events;

	private final Deployment deployment;

	private final Workload workload;

	private final int number;

	private final ObjectNode set;

	private final List<PodLife> pods = new ArrayList<>();

	private List<Integer> reported = List.of();

	Revision(Cluster cluster, EventRecorder events, Deployment deployment, Workload workload, int number, Instant now) {
		this.cluster = cluster;
		this.events = events;
		this.deployment = deployment;
		this.workload = workload;
		this.number = number;
		this.set = deployment.revise(workload, number, now);
	}

	@Override
	public void act(Instant now) {
		this.pods.forEach((pod) -> pod.act(now));
		this.pods.removeIf(PodLife::gone);
	}

	PodLife add(Instant now) {
		ObjectNode pod = this.deployment.pod(this.workload, this.set, now);
		PodLife life = new PodLife(this.cluster, this.events, pod, null, now);
		this.pods.add(life);
		return life;
	}

	void remove(Instant now) {
		this.pods.stream().filter((pod) -> !pod.terminating()).findFirst().ifPresent((pod) -> pod.terminate(now));
	}

	void report(Instant now) {
		List<Integer> counts = List.of(wanted(), present(), ready());
		if (!counts.equals(this.reported)) {
			this.reported = counts;
			this.deployment.scale(this.set, wanted(), present(), ready(), now);
		}
	}

	void forget() {
		this.deployment.forget(this.set);
	}

	int number() {
		return this.number;
	}

	int wanted() {
		return (int) this.pods.stream().filter((pod) -> !pod.terminating()).count();
	}

	int present() {
		return this.pods.size();
	}

	int ready() {
		return (int) this.pods.stream().filter(PodLife::ready).count();
	}

}
