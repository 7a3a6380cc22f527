package io.tgr.cluster.watch;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import io.tgr.cluster.kubernetes.KubernetesException;
import io.tgr.cluster.kubernetes.KubernetesFailure;
import io.tgr.cluster.kubernetes.Right;
import io.tgr.cluster.pod.Owner;
import io.tgr.cluster.pod.Placement;
import io.tgr.cluster.pod.PodKey;
import io.tgr.cluster.pod.PodRow;
import io.tgr.cluster.pod.PodSettings;
import io.tgr.cluster.pod.PodState;
import io.tgr.cluster.pod.PodUsage;
import io.tgr.cluster.pod.Resources;
import io.tgr.cluster.pod.Warning;

/**
 * What is known of a cluster, told by a test instead of a watch.
 */
public final class WatchedCluster {

	public static final Instant CREATED = Instant.parse("2026-11-22T00:00:00Z");

	public final PodCache cache;

	public final Freshness freshness;

	public final Owners owners = new Owners();

	public final Warnings warnings;

	public final UsageFigures usage;

	private final Clock clock;

	public WatchedCluster(Clock clock, int changes) {
		WatchProperties properties = properties(Map.of("tgr.cluster.changes", changes));
		this.clock = clock;
		this.cache = new PodCache(properties);
		this.freshness = new Freshness(properties, clock);
		this.warnings = new Warnings(this.cache, clock);
		this.usage = new UsageFigures(clock);
	}

	static WatchProperties properties(Map<String, ?> settings) {
		return new Binder(List.of(new MapConfigurationPropertySource(settings))).bindOrCreate("tgr.cluster",
				WatchProperties.class);
	}

	public void listed(PodRow... rows) {
		state(Scope.CLUSTER).heard(this.clock.instant());
		this.cache.replace(Scope.CLUSTER, List.of(rows));
		this.cache.changes().stale(false);
	}

	public void listedIn(String namespace, PodRow... rows) {
		state(new Scope(namespace)).heard(this.clock.instant());
		this.cache.replace(new Scope(namespace), List.of(rows));
		this.cache.retain(this.freshness.pods().keySet());
	}

	public void put(PodRow row) {
		this.cache.put(row);
	}

	public void remove(PodRow row) {
		this.cache.remove(row);
	}

	public void heard() {
		this.freshness.pods().values().forEach((state) -> state.heard(this.clock.instant()));
		this.cache.changes().stale(false);
	}

	public void lose(KubernetesFailure failure, String message) {
		KubernetesException ex = new KubernetesException(failure, Right.to("watch", "pods", null), message, null, null);
		this.freshness.rightsUnknown(ex);
		this.freshness.pods().values().forEach((state) -> state.lost(ex, this.clock.instant()));
		this.cache.changes().stale(true);
	}

	public void loseIn(String namespace, KubernetesFailure failure, String message) {
		state(new Scope(namespace)).lost(
				new KubernetesException(failure, Right.to("watch", "pods", namespace), message, null, null),
				this.clock.instant());
		this.cache.changes().stale(true);
	}

	public void withdraw(Right... missing) {
		this.freshness.pods().clear();
		this.cache.retain(this.freshness.pods().keySet());
		missing(missing);
	}

	public void missing(Right... missing) {
		this.freshness.missing(List.of(missing));
	}

	public void behind(String controllerKind, String controllerUid, Owner owner) {
		this.owners.put(controllerKind, Scope.CLUSTER, controllerUid, owner);
	}

	public void warn(Warning warning) {
		this.warnings.put(Scope.CLUSTER, warning);
	}

	public void uses(Map<PodKey, PodUsage> figures) {
		this.usage.replace(Scope.CLUSTER, figures);
	}

	private WatchState state(Scope scope) {
		return this.freshness.pods().computeIfAbsent(scope, (absent) -> new WatchState(this.clock.instant()));
	}

	public static PodRow pod(String namespace, String name, String uid, long version) {
		return pod(namespace, name, uid, version, "Running", 0, null);
	}

	public static PodRow pod(String namespace, String name, String uid, long version, String status, int restarts,
			@Nullable Owner controller) {
		return new PodRow(new PodKey(namespace, name), uid, Long.toString(version), CREATED, Map.of(),
				new PodState("Running", status, 1, 1, restarts, null, true, null, null),
				new Placement("node-1", null, List.of("10.0.0.1"), false),
				new PodSettings("default", "Always", "default-scheduler", "BestEffort", null), controller,
				Resources.NONE, Resources.NONE, List.of());
	}

}
