package io.tgr.sandbox.cluster.life;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

import io.tgr.sandbox.cluster.store.ResourceType;

/**
 * Who lives in the cluster. It is a quarter of an hour old when it is first seen, so that
 * there is something to see.
 */
@Component
class Population {

	private static final Duration AGE = Duration.ofMinutes(15);

	private static final Duration ROLL = Duration.ofSeconds(35);

	private final Cluster cluster;

	private final EventRecorder events;

	private final Clock clock;

	Population(Cluster cluster, EventRecorder events, Clock clock) {
		this.cluster = cluster;
		this.events = events;
		this.clock = clock;
	}

	List<Actor> settle(LifeProperties properties) {
		Instant now = this.clock.instant();
		Instant start = now.minus(AGE);
		new Places(this.cluster).build(start, properties.pods() > 0);
		new PlainPods(this.cluster).create(properties.pods(), start);
		if (properties.empty()) {
			return List.of();
		}
		List<Actor> actors = actors(start);
		for (Instant past = start; past.isBefore(now); past = past.plusSeconds(1)) {
			Instant then = past;
			actors.forEach((actor) -> actor.act(then));
		}
		return actors;
	}

	private List<Actor> actors(Instant start) {
		List<Actor> actors = new ArrayList<>();
		actors.add(deployment("web", ROLL, start));
		actors.add(deployment("cart", null, start));
		actors.add(deployment("coredns", null, start));
		actors.add(new CrashingPod(this.cluster, single("checkout", start),
				new CrashingPod.Crash(Duration.ofSeconds(2), 1, "Error", false, Workload.text("checkout-log.txt")),
				start));
		actors.add(new CrashingPod(this.cluster, single("thumbnails", start), new CrashingPod.Crash(
				Duration.ofSeconds(20), 137, "OOMKilled", true, "reading 200 images\ndecoding into memory\n"), start));
		actors.add(new UnplaceablePod(single("analytics", start), this.events));
		actors.add(new UnpullablePod(single("recommendations", start), Workload.read("recommendations").image(),
				this.cluster.podAddress(Cluster.NODES.get(0)), start));
		actors.add(new CronJobRuns(this.cluster, this.events, Workload.read("report"), start));
		actors.addAll(daemons(start));
		actors.add(this.events::forgetOld);
		return actors;
	}

	private Actor deployment(String name, @Nullable Duration pause, Instant start) {
		return new RollingDeployment(this.cluster, this.events, Workload.read(name), pause, start);
	}

	// A deployment whose one pod is led by an actor of its own, and never gets ready.
	private PodLife single(String name, Instant start) {
		Workload workload = Workload.read(name);
		Deployment deployment = new Deployment(this.cluster, this.events, workload, start);
		Revision revision = new Revision(this.cluster, this.events, deployment, workload, 1, start);
		PodLife pod = revision.add(start);
		revision.report(start);
		deployment.report(1, 0, 1);
		return pod;
	}

	private List<Actor> daemons(Instant start) {
		Workload workload = Workload.read("node-agent");
		ObjectNode set = Cluster.object(ResourceType.DAEMON_SETS, workload.namespace(), workload.name(), start);
		set.putObject("spec").putObject("template").set("spec", workload.spec());
		set.putObject("status").put("desiredNumberScheduled", Cluster.NODES.size());
		ObjectNode owner = this.cluster.store().put(set);
		List<Actor> pods = new ArrayList<>();
		for (String node : Cluster.NODES) {
			ObjectNode labels = set.objectNode().put("app", workload.name()).put("pod-template-generation", "1");
			ObjectNode pod = PodBirth.of(workload, workload.name() + "-", this.cluster.suffix(5), owner, labels, start);
			pods.add(new PodLife(this.cluster, this.events, pod, node, start));
		}
		return pods;
	}

}
