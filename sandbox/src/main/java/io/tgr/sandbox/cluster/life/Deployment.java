package io.tgr.sandbox.cluster.life;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import io.tgr.sandbox.cluster.store.ObjectKey;
import io.tgr.sandbox.cluster.store.ResourceType;

/**
 * The objects of a deployment: itself and its replica sets.
 */
final class Deployment {

	private static final int LETTERS = 10;

	private final Cluster cluster;

	private final EventRecorder events;

	private final String namespace;

	private final String name;

	private final int replicas;

	Deployment(Cluster cluster, EventRecorder events, Workload workload, Instant now) {
		this.cluster = cluster;
		this.events = events;
		this.namespace = workload.namespace();
		this.name = workload.name();
		this.replicas = workload.replicas();
		ObjectNode deployment = Cluster.object(ResourceType.DEPLOYMENTS, this.namespace, this.name, now);
		((ObjectNode) deployment.get("metadata")).put("generation", 1).set("labels", labels());
		ObjectNode spec = deployment.putObject("spec").put("replicas", this.replicas);
		spec.putObject("selector").set("matchLabels", labels());
		template(spec, workload, labels());
		spec.putObject("strategy")
			.put("type", "RollingUpdate")
			.putObject("rollingUpdate")
			.put("maxUnavailable", 0)
			.put("maxSurge", 1);
		spec.put("revisionHistoryLimit", 2).put("progressDeadlineSeconds", 600);
		deployment.putObject("status").put("observedGeneration", 1);
		cluster.store().put(deployment);
	}

	// A new replica set; its name is told by the revision.
	ObjectNode revise(Workload workload, int revision, Instant now) {
		String hash = hash(this.name, revision);
		ObjectNode set = Cluster.object(ResourceType.REPLICA_SETS, this.namespace, this.name + "-" + hash, now);
		ObjectNode metadata = (ObjectNode) set.get("metadata");
		metadata.put("generation", 1).set("labels", labels(hash));
		metadata.putObject("annotations")
			.put("deployment.kubernetes.io/desired-replicas", Integer.toString(this.replicas))
			.put("deployment.kubernetes.io/max-replicas", Integer.toString(this.replicas + 1))
			.put("deployment.kubernetes.io/revision", Integer.toString(revision));
		Cluster.own(set, deployment());
		ObjectNode spec = set.putObject("spec").put("replicas", 0);
		spec.putObject("selector").set("matchLabels", labels(hash));
		template(spec, workload, labels(hash));
		set.putObject("status").put("replicas", 0).put("observedGeneration", 1);
		this.cluster.store().edit(ResourceType.DEPLOYMENTS, new ObjectKey(this.namespace, this.name), (deployment) -> {
			((ObjectNode) deployment.get("metadata")).put("generation", revision)
				.putObject("annotations")
				.put("deployment.kubernetes.io/revision", Integer.toString(revision));
			template((ObjectNode) deployment.get("spec"), workload, labels());
		});
		return this.cluster.store().put(set);
	}

	ObjectNode pod(Workload workload, ObjectNode set, Instant now) {
		String prefix = set.path("metadata").path("name").asString("") + "-";
		ObjectNode labels = (ObjectNode) set.path("metadata").get("labels").deepCopy();
		ObjectNode pod = PodBirth.of(workload, prefix, this.cluster.suffix(5), set, labels, now);
		this.events.normal(set, "replicaset-controller", "SuccessfulCreate",
				"Created pod: " + pod.path("metadata").path("name").asString(""), now);
		return pod;
	}

	void scale(ObjectNode set, int wanted, int present, int ready, Instant now) {
		ObjectNode known = this.cluster.store().find(ResourceType.REPLICA_SETS, ObjectKey.of(set));
		int before = (known != null) ? known.path("spec").path("replicas").asInt(0) : wanted;
		if (before != wanted) {
			this.events.normal(deployment(), "deployment-controller", "ScalingReplicaSet",
					"Scaled " + ((wanted > before) ? "up" : "down") + " replica set "
							+ set.path("metadata").path("name").asString("") + " from " + before + " to " + wanted,
					now);
		}
		this.cluster.store().edit(ResourceType.REPLICA_SETS, ObjectKey.of(set), (copy) -> {
			((ObjectNode) copy.get("spec")).put("replicas", wanted);
			counts(copy.putObject("status").put("replicas", present), ready).put("fullyLabeledReplicas", present)
				.put("observedGeneration", 1);
		});
	}

	void report(int present, int ready, int updated) {
		this.cluster.store().edit(ResourceType.DEPLOYMENTS, new ObjectKey(this.namespace, this.name), (copy) -> {
			ObjectNode status = copy.putObject("status");
			status.put("observedGeneration", copy.path("metadata").path("generation").asInt(1));
			counts(status.put("replicas", present).put("updatedReplicas", updated), ready);
			if (ready < this.replicas) {
				status.put("unavailableReplicas", this.replicas - ready);
			}
			ArrayNode conditions = status.putArray("conditions");
			conditions.addObject()
				.put("type", "Available")
				.put("status", (ready >= this.replicas) ? "True" : "False")
				.put("reason", (ready >= this.replicas) ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable");
		});
	}

	void forget(ObjectNode set) {
		this.cluster.store().remove(ResourceType.REPLICA_SETS, ObjectKey.of(set));
	}

	private ObjectNode deployment() {
		ObjectKey key = new ObjectKey(this.namespace, this.name);
		return Objects.requireNonNull(this.cluster.store().find(ResourceType.DEPLOYMENTS, key));
	}

	private ObjectNode labels() {
		return JsonNodeFactory.instance.objectNode().put("app", this.name);
	}

	private ObjectNode labels(String hash) {
		return labels().put("pod-template-hash", hash);
	}

	private static ObjectNode counts(ObjectNode status, int ready) {
		return (ready == 0) ? status : status.put("readyReplicas", ready).put("availableReplicas", ready);
	}

	private static void template(ObjectNode spec, Workload workload, ObjectNode labels) {
		ObjectNode template = spec.putObject("template");
		template.putObject("metadata").set("labels", labels);
		template.set("spec", workload.spec().deepCopy());
	}

	private static String hash(String name, int revision) {
		long hash = (name + revision).hashCode() * 2_654_435_761L;
		String text = Long.toString(Math.abs(hash), 36).toLowerCase(Locale.ROOT) + "7b6f7d8b4c";
		return text.substring(0, LETTERS);
	}

}
