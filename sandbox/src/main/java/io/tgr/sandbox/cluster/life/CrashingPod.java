package io.tgr.sandbox.cluster.life;

import java.time.Duration;
import java.time.Instant;

/**
 * A pod whose container ends again and again, and is restarted later each time.
 */
final class CrashingPod implements Actor {

	private static final Duration GLIMPSE = Duration.ofSeconds(1);

	private final Cluster cluster;

	private final PodLife pod;

	private final Crash crash;

	private Step step = Step.RUNNING;

	private Instant since;

	private int restarts;

	private boolean ready;

	CrashingPod(Cluster cluster, PodLife pod, Crash crash, Instant now) {
		this.cluster = cluster;
		this.pod = pod;
		this.crash = crash;
		this.since = now;
	}

	@Override
	public void act(Instant now) {
		if (!this.pod.started()) {
			this.pod.act(now);
			this.since = this.pod.since();
			return;
		}
		if (this.step == Step.RUNNING) {
			running(now);
		}
		else if (this.step == Step.ENDED && !now.isBefore(this.since.plus(GLIMPSE))) {
			backOff(now);
		}
		else if (this.step == Step.WAITING && !now.isBefore(this.since.plus(BackOff.before(this.restarts + 1)))) {
			restart(now);
		}
	}

	private void running(Instant now) {
		if (now.isBefore(this.since.plus(this.crash.after()))) {
			if (this.crash.readiness() && !this.ready) {
				this.ready = true;
				this.pod.edit(now, PodStatus::ready);
			}
			return;
		}
		Instant started = this.since;
		this.pod.edit(now, (status) -> status.ended(this.crash.code(), this.crash.reason(), started));
		this.cluster.logs().write(this.pod.key(), this.pod.container(), this.crash.log());
		enter(Step.ENDED, now);
	}

	private void backOff(Instant now) {
		String container = this.pod.container();
		String who = container + " pod=" + this.pod.key().name() + "_" + this.pod.key().namespace() + "("
				+ this.pod.pod().path("metadata").path("uid").asString("") + ")";
		Duration wait = BackOff.before(this.restarts + 1);
		this.pod.edit(now,
				(status) -> status.backedOff("back-off " + BackOff.text(wait) + " restarting failed container=" + who));
		this.pod.warn("BackOff",
				"Back-off restarting failed container " + container + " in pod " + who.substring(who.indexOf('=') + 1),
				now);
		enter(Step.WAITING, now);
	}

	private void restart(Instant now) {
		this.restarts++;
		this.pod.edit(now, PodStatus::restarted);
		String container = this.pod.container();
		this.pod.event("Created", "Created container: " + container, now);
		this.pod.event("Started", "Started container " + container, now);
		this.cluster.logs().restart(this.pod.key(), container, this.crash.log().lines().findFirst().orElse("") + "\n");
		enter(Step.RUNNING, now);
	}

	private void enter(Step next, Instant now) {
		this.step = next;
		this.ready = false;
		this.since = now;
	}

	/**
	 * How a container ends.
	 *
	 * @param after how long it runs
	 * @param code its exit code
	 * @param reason the reason told
	 * @param readiness whether it is ready before
	 * @param log what it has written by then
	 */
	record Crash(Duration after, int code, String reason, boolean readiness, String log) {

	}

	private enum Step {

		RUNNING, ENDED, WAITING

	}

}
