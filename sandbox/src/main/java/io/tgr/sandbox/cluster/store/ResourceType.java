package io.tgr.sandbox.cluster.store;

import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

/**
 * A kind of object that the API serves.
 *
 * @param group the API group, empty for the core
 * @param version the version of the group
 * @param plural the name in paths
 * @param kind the name in objects
 * @param namespaced whether objects live in namespaces
 * @param shortNames what kubectl may call it
 */
public record ResourceType(String group, String version, String plural, String kind, boolean namespaced,
		List<String> shortNames) {

	/** Pods. */
	public static final ResourceType PODS = core("pods", "Pod", true, "po");

	/** Events. */
	public static final ResourceType EVENTS = core("events", "Event", true, "ev");

	/** Namespaces. */
	public static final ResourceType NAMESPACES = core("namespaces", "Namespace", false, "ns");

	/** Nodes. */
	public static final ResourceType NODES = core("nodes", "Node", false, "no");

	/** Deployments. */
	public static final ResourceType DEPLOYMENTS = named("apps", "deployments", "Deployment", "deploy");

	/** Replica sets. */
	public static final ResourceType REPLICA_SETS = named("apps", "replicasets", "ReplicaSet", "rs");

	/** Daemon sets. */
	public static final ResourceType DAEMON_SETS = named("apps", "daemonsets", "DaemonSet", "ds");

	/** Jobs. */
	public static final ResourceType JOBS = named("batch", "jobs", "Job");

	/** Cron jobs. */
	public static final ResourceType CRON_JOBS = named("batch", "cronjobs", "CronJob", "cj");

	/** Everything that is served. */
	public static final List<ResourceType> ALL = List.of(EVENTS, NAMESPACES, NODES, PODS, DAEMON_SETS, DEPLOYMENTS,
			REPLICA_SETS, CRON_JOBS, JOBS);

	/**
	 * The one of a path.
	 * @param group the API group, empty for the core
	 * @param version the version of the group
	 * @param plural the name in the path
	 * @return the type, if it is served
	 */
	public static Optional<ResourceType> of(String group, String version, String plural) {
		return ALL.stream()
			.filter((type) -> type.group.equals(group) && type.version.equals(version) && type.plural.equals(plural))
			.findFirst();
	}

	/**
	 * The one of an object.
	 * @param object the object, with its kind and version
	 * @return its type
	 */
	public static ResourceType of(JsonNode object) {
		String apiVersion = object.path("apiVersion").asString("");
		String kind = object.path("kind").asString("");
		return ALL.stream()
			.filter((type) -> type.kind.equals(kind) && type.apiVersion().equals(apiVersion))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
					"The sandbox has no kind \"" + kind + "\" in version \"" + apiVersion + "\""));
	}

	/**
	 * The version as objects have it.
	 * @return {@code v1}, {@code apps/v1}
	 */
	public String apiVersion() {
		return this.group.isEmpty() ? this.version : this.group + "/" + this.version;
	}

	/**
	 * The name as errors have it.
	 * @return {@code pods}, {@code replicasets.apps}
	 */
	public String qualified() {
		return this.group.isEmpty() ? this.plural : this.plural + "." + this.group;
	}

	private static ResourceType core(String plural, String kind, boolean namespaced, String shortName) {
		return new ResourceType("", "v1", plural, kind, namespaced, List.of(shortName));
	}

	private static ResourceType named(String group, String plural, String kind, String... shortNames) {
		return new ResourceType(group, "v1", plural, kind, true, List.of(shortNames));
	}

}
