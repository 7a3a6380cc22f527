package io.tgr.sandbox.cluster.life;

import java.time.Instant;

import tools.jackson.databind.node.ObjectNode;

import io.tgr.sandbox.cluster.store.ResourceType;

/**
 * Pods that just run, as many as a test wants.
 */
final class PlainPods {

	private static final int A_SET = 100;

	private final Cluster cluster;

	PlainPods(Cluster cluster) {
		this.cluster = cluster;
	}

	void create(int count, Instant now) {
		Workload workload = Workload.read("load");
		ObjectNode set = workload.spec().objectNode();
		for (int i = 0; i < count; i++) {
			if (i % A_SET == 0) {
				set = set(workload, i / A_SET, now);
			}
			create(workload, set, i, now);
		}
	}

	private void create(Workload workload, ObjectNode set, int number, Instant now) {
		String prefix = set.path("metadata").path("name").asString("") + "-";
		ObjectNode labels = set.objectNode().put("app", "load").put("shard", Integer.toString(number / A_SET));
		ObjectNode pod = PodBirth.of(workload, prefix, String.format("%05d", number), set, labels, now);
		String node = this.cluster.node();
		PodStatus status = new PodStatus(pod, now);
		status.scheduled(node);
		status.creating(this.cluster.hostAddress(node));
		status.started(this.cluster.podAddress(node));
		status.ready();
		this.cluster.store().put(pod);
	}

	private ObjectNode set(Workload workload, int number, Instant now) {
		ObjectNode set = Cluster.object(ResourceType.REPLICA_SETS, workload.namespace(), "load-" + number, now);
		set.putObject("spec").put("replicas", A_SET);
		set.putObject("status").put("replicas", A_SET);
		return this.cluster.store().put(set);
	}

}
