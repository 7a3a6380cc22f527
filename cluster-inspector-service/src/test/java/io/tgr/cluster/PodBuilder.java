package io.tgr.cluster;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import io.tgr.cluster.pod.ContainerKind;
import io.tgr.cluster.pod.ContainerRow;
import io.tgr.cluster.pod.ContainerState;
import io.tgr.cluster.pod.Owner;
import io.tgr.cluster.pod.Placement;
import io.tgr.cluster.pod.PodKey;
import io.tgr.cluster.pod.PodRow;
import io.tgr.cluster.pod.PodSettings;
import io.tgr.cluster.pod.PodState;
import io.tgr.cluster.pod.ReadinessGates;
import io.tgr.cluster.pod.Resources;
import io.tgr.cluster.pod.Termination;

/**
 * Makes rows.
 */
public final class PodBuilder {

	private static final AtomicLong VERSIONS = new AtomicLong(1000);

	private final PodKey key;

	private String uid;

	private Instant createdAt = TestClock.START.minusSeconds(3 * 86_400);

	private Map<String, String> labels = Map.of();

	private String status = "Running";

	private int restarts;

	private @Nullable Instant restartedAt;

	private @Nullable String node = "node-1";

	private @Nullable Owner controller;

	private @Nullable ReadinessGates gates;

	private List<ContainerRow> containers = List.of(container("app", 0));

	private PodBuilder(String namespace, String name) {
		this.key = new PodKey(namespace, name);
		this.uid = "uid-" + namespace + "-" + name;
	}

	public static PodBuilder pod(String namespace, String name) {
		return new PodBuilder(namespace, name);
	}

	public PodBuilder uid(String value) {
		this.uid = value;
		return this;
	}

	public PodBuilder createdAt(Instant value) {
		this.createdAt = value;
		return this;
	}

	public PodBuilder labels(Map<String, String> value) {
		this.labels = new TreeMap<>(value);
		return this;
	}

	public PodBuilder status(String value) {
		this.status = value;
		return this;
	}

	public PodBuilder restarts(int count, @Nullable Instant last) {
		this.restarts = count;
		this.restartedAt = last;
		return this;
	}

	public PodBuilder node(@Nullable String value) {
		this.node = value;
		return this;
	}

	public PodBuilder controller(Owner value) {
		this.controller = value;
		return this;
	}

	public PodBuilder gates(int ready, int total) {
		this.gates = new ReadinessGates(ready, total);
		return this;
	}

	public PodBuilder containers(ContainerRow... value) {
		this.containers = List.of(value);
		return this;
	}

	public PodRow row() {
		boolean running = this.status.equals("Running");
		int total = this.containers.size();
		String phase = (running || this.status.equals("CrashLoopBackOff")) ? "Running"
				: (this.status.equals("Completed")) ? "Succeeded" : "Pending";
		return new PodRow(this.key, this.uid, String.valueOf(VERSIONS.incrementAndGet()), this.createdAt, this.labels,
				new PodState(phase, this.status, (running) ? total : 0, total, this.restarts, this.restartedAt, running,
						this.gates, null),
				new Placement(this.node, null, (this.node != null) ? List.of("10.1.2.3", "fd00::3") : List.of(), false),
				new PodSettings("default", "Always", "default-scheduler", "Burstable", null), this.controller,
				new Resources(250L, 134_217_728L), new Resources(null, 134_217_728L), this.containers);
	}

	public static ContainerRow container(String name, int restarts) {
		return new ContainerRow(name, ContainerKind.MAIN, "registry.example/" + name + ":1.2", true, restarts,
				new ContainerState(ContainerState.RUNNING, null, TestClock.START.minusSeconds(600), null), null,
				new Resources(250L, 134_217_728L), new Resources(null, 134_217_728L));
	}

	public static ContainerRow crashing(String name, int restarts, Instant last) {
		Termination killed = new Termination("OOMKilled", 137, null, last.minusSeconds(30), last);
		return new ContainerRow(name, ContainerKind.MAIN, "registry.example/" + name + ":1.2", false, restarts,
				new ContainerState(ContainerState.WAITING, "CrashLoopBackOff", null, null), killed,
				new Resources(250L, 134_217_728L), new Resources(null, 134_217_728L));
	}

}
