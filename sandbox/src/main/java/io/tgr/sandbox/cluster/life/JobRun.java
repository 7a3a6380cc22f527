package io.tgr.sandbox.cluster.life;

import java.time.Duration;
import java.time.Instant;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.tgr.sandbox.cluster.store.ObjectKey;
import io.tgr.sandbox.cluster.store.ResourceType;

/**
 * A job and its one pod, which runs for ten seconds and completes.
 */
final class JobRun implements Actor {

	private static final Duration RUNS = Duration.ofSeconds(10);

	private final Cluster cluster;

	private final EventRecorder events;

	private final ObjectKey key;

	private final PodLife pod;

	private boolean finished;

	JobRun(Cluster cluster, EventRecorder events, Workload workload, ObjectNode cron, String name, Instant now) {
		this.cluster = cluster;
		this.events = events;
		this.key = new ObjectKey(workload.namespace(), name);
		ObjectNode job = cluster.store().put(job(workload, cron, name, now));
		ObjectNode labels = job.objectNode().put("job-name", name).put("batch.kubernetes.io/job-name", name);
		labels.put("controller-uid", job.path("metadata").path("uid").asString(""))
			.put("batch.kubernetes.io/controller-uid", job.path("metadata").path("uid").asString(""));
		ObjectNode pod = PodBirth.of(workload, name + "-", cluster.suffix(5), job, labels, now);
		this.pod = new PodLife(cluster, events, pod, null, now);
		events.normal(job, "job-controller", "SuccessfulCreate", "Created pod: " + this.pod.key().name(), now);
	}

	@Override
	public void act(Instant now) {
		if (this.finished) {
			return;
		}
		this.pod.act(now);
		if (this.pod.ready() && !now.isBefore(this.pod.since().plus(RUNS))) {
			this.finished = true;
			Instant started = this.pod.since();
			this.pod.edit(now, (status) -> status.completed(started));
			this.cluster.logs().write(this.pod.key(), this.pod.container(), "wrote 1204 rows\ndone\n");
			this.cluster.store().edit(ResourceType.JOBS, this.key, (job) -> {
				complete(job, now);
				this.events.normal(job, "job-controller", "Completed", "Job completed", now);
			});
		}
	}

	String name() {
		return this.key.name();
	}

	boolean finished() {
		return this.finished;
	}

	void forget() {
		this.cluster.forget(this.pod.key());
		this.cluster.store().remove(ResourceType.JOBS, this.key);
	}

	private static ObjectNode job(Workload workload, ObjectNode cron, String name, Instant now) {
		ObjectNode job = Cluster.object(ResourceType.JOBS, workload.namespace(), name, now);
		((ObjectNode) job.get("metadata")).put("generation", 1).putObject("labels").put("job-name", name);
		Cluster.own(job, cron);
		ObjectNode spec = job.putObject("spec").put("parallelism", 1).put("completions", 1).put("backoffLimit", 6);
		spec.put("completionMode", "NonIndexed").put("suspend", false);
		spec.putObject("template").set("spec", workload.spec().deepCopy());
		job.putObject("status").put("startTime", Cluster.time(now)).put("active", 1).put("ready", 0);
		return job;
	}

	private static void complete(ObjectNode job, Instant now) {
		String started = job.path("status").path("startTime").asString("");
		ObjectNode status = job.putObject("status").put("startTime", started);
		ArrayNode conditions = status.putArray("conditions");
		for (String type : new String[] { "SuccessCriteriaMet", "Complete" }) {
			conditions.addObject()
				.put("type", type)
				.put("status", "True")
				.put("lastProbeTime", Cluster.time(now))
				.put("lastTransitionTime", Cluster.time(now))
				.put("reason", "CompletionsReached")
				.put("message", "Reached expected number of succeeded pods");
		}
		status.put("completionTime", Cluster.time(now)).put("succeeded", 1).put("ready", 0).put("terminating", 0);
		status.putObject("uncountedTerminatedPods");
	}

}
