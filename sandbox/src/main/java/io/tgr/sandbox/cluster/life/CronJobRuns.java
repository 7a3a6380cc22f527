package io.tgr.sandbox.cluster.life;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import io.tgr.sandbox.cluster.store.ObjectKey;
import io.tgr.sandbox.cluster.store.ResourceType;

/**
 * A cron job: every two minutes it makes a job, and it keeps the last three.
 */
final class CronJobRuns implements Actor {

	private static final Duration PERIOD = Duration.ofMinutes(2);

	private static final int KEPT = 3;

	private final Cluster cluster;

	private final EventRecorder events;

	private final Workload workload;

	private final ObjectKey key;

	private final Deque<JobRun> runs = new ArrayDeque<>();

	private long last;

	CronJobRuns(Cluster cluster, EventRecorder events, Workload workload, Instant now) {
		this.cluster = cluster;
		this.events = events;
		this.workload = workload;
		this.key = new ObjectKey(workload.namespace(), workload.name());
		this.last = slot(now);
		ObjectNode cron = Cluster.object(ResourceType.CRON_JOBS, workload.namespace(), workload.name(), now);
		ObjectNode spec = cron.putObject("spec").put("schedule", "*/2 * * * *").put("concurrencyPolicy", "Allow");
		spec.put("suspend", false).put("successfulJobsHistoryLimit", KEPT).put("failedJobsHistoryLimit", 1);
		ObjectNode template = spec.putObject("jobTemplate");
		template.putObject("metadata");
		template.putObject("spec").putObject("template").set("spec", workload.spec());
		cron.putObject("status");
		cluster.store().put(cron);
	}

	@Override
	public void act(Instant now) {
		this.runs.forEach((run) -> run.act(now));
		long slot = slot(now);
		if (slot > this.last) {
			this.last = slot;
			start(Instant.ofEpochSecond(slot * PERIOD.toSeconds()), now);
		}
		while (this.runs.size() > KEPT && this.runs.getFirst().finished()) {
			JobRun oldest = this.runs.removeFirst();
			oldest.forget();
			this.events.normal(cron(), "cronjob-controller", "SuccessfulDelete", "Deleted job " + oldest.name(), now);
		}
	}

	private void start(Instant scheduled, Instant now) {
		String name = this.workload.name() + "-" + scheduled.getEpochSecond() / 60;
		this.events.normal(cron(), "cronjob-controller", "SuccessfulCreate", "Created job " + name, now);
		this.runs.addLast(new JobRun(this.cluster, this.events, this.workload, cron(), name, now));
		this.cluster.store()
			.edit(ResourceType.CRON_JOBS, this.key, (cron) -> cron.set("status",
					JsonNodeFactory.instance.objectNode().put("lastScheduleTime", Cluster.time(scheduled))));
	}

	private ObjectNode cron() {
		return Objects.requireNonNull(this.cluster.store().find(ResourceType.CRON_JOBS, this.key));
	}

	private static long slot(Instant now) {
		return now.getEpochSecond() / PERIOD.toSeconds();
	}

}
