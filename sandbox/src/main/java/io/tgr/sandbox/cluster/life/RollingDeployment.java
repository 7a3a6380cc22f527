package io.tgr.sandbox.cluster.life;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A deployment that keeps its pods, and is rolled to a new revision again and again.
 */
final class RollingDeployment implements Actor {

	private static final int KEPT = 2;

	private final Cluster cluster;

	private final EventRecorder events;

	private final Workload workload;

	private final Deployment deployment;

	private final @Nullable Duration pause;

	private final List<Revision> revisions = new ArrayList<>();

	private Instant rest;

	private List<Integer> reported = List.of();

	RollingDeployment(Cluster cluster, EventRecorder events, Workload workload, @Nullable Duration pause, Instant now) {
		this.cluster = cluster;
		this.events = events;
		this.workload = workload;
		this.pause = pause;
		this.deployment = new Deployment(cluster, events, workload, now);
		this.rest = now;
		revise(now);
	}

	@Override
	public void act(Instant now) {
		this.revisions.forEach((revision) -> revision.act(now));
		Revision latest = this.revisions.get(this.revisions.size() - 1);
		boolean settled = latest.ready() == this.workload.replicas() && present() == this.workload.replicas();
		if (!settled) {
			this.rest = now;
			roll(latest, now);
		}
		else if (this.pause != null && !now.isBefore(this.rest.plus(this.pause))) {
			revise(now);
		}
		this.revisions.forEach((revision) -> revision.report(now));
		List<Integer> counts = List.of(present(), ready(), latest.present());
		if (!counts.equals(this.reported)) {
			this.reported = counts;
			this.deployment.report(present(), ready(), latest.present());
		}
	}

	// One pod more than wanted while it rolls, never one less.
	private void roll(Revision latest, Instant now) {
		if (latest.wanted() < this.workload.replicas() && wanted() <= this.workload.replicas()
				&& (this.revisions.size() == 1 || latest.ready() == latest.wanted())) {
			latest.add(now);
			return;
		}
		if (wanted() > this.workload.replicas() && latest.ready() == latest.wanted()) {
			this.revisions.stream()
				.filter((revision) -> revision != latest && revision.wanted() > 0)
				.findFirst()
				.ifPresent((revision) -> revision.remove(now));
		}
	}

	private void revise(Instant now) {
		int number = this.revisions.isEmpty() ? 1
				: this.revisions.stream().map(Revision::number).max(Comparator.naturalOrder()).orElseThrow() + 1;
		String image = this.workload.image();
		Workload revised = (this.pause != null)
				? this.workload.withImage(image.substring(0, image.lastIndexOf('.') + 1) + (number - 1))
				: this.workload;
		this.revisions.add(new Revision(this.cluster, this.events, this.deployment, revised, number, now));
		while (this.revisions.size() > KEPT + 1) {
			this.revisions.remove(0).forget();
		}
	}

	private int wanted() {
		return this.revisions.stream().mapToInt(Revision::wanted).sum();
	}

	private int present() {
		return this.revisions.stream().mapToInt(Revision::present).sum();
	}

	private int ready() {
		return this.revisions.stream().mapToInt(Revision::ready).sum();
	}

}
