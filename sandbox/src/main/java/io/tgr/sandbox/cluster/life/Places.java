package io.tgr.sandbox.cluster.life;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.tgr.sandbox.cluster.store.ResourceType;

/**
 * The namespaces and nodes.
 */
final class Places {

	private static final String[][] CONDITIONS = {
			{ "MemoryPressure", "False", "KubeletHasSufficientMemory", "kubelet has sufficient memory available" },
			{ "DiskPressure", "False", "KubeletHasNoDiskPressure", "kubelet has no disk pressure" },
			{ "PIDPressure", "False", "KubeletHasSufficientPID", "kubelet has sufficient PID available" },
			{ "Ready", "True", "KubeletReady", "kubelet is posting ready status" } };

	private final Cluster cluster;

	Places(Cluster cluster) {
		this.cluster = cluster;
	}

	void build(Instant now, boolean load) {
		List<String> namespaces = new ArrayList<>(List.of("default", "jobs", "kube-system", "shop"));
		if (load) {
			namespaces.add("load");
		}
		namespaces.forEach((name) -> this.cluster.store().put(namespace(name, now)));
		Cluster.NODES.forEach((name) -> this.cluster.store().put(node(name, now)));
	}

	private static ObjectNode namespace(String name, Instant now) {
		ObjectNode namespace = Cluster.object(ResourceType.NAMESPACES, "", name, now);
		((ObjectNode) namespace.get("metadata")).putObject("labels").put("kubernetes.io/metadata.name", name);
		namespace.putObject("spec").putArray("finalizers").add("kubernetes");
		namespace.putObject("status").put("phase", "Active");
		return namespace;
	}

	private ObjectNode node(String name, Instant now) {
		ObjectNode node = Cluster.object(ResourceType.NODES, "", name, now);
		((ObjectNode) node.get("metadata")).putObject("labels")
			.put("kubernetes.io/arch", "amd64")
			.put("kubernetes.io/hostname", name)
			.put("kubernetes.io/os", "linux");
		String cidr = "10.244." + Cluster.NODES.indexOf(name) * 64 + ".0/18";
		node.putObject("spec").put("podCIDR", cidr).putArray("podCIDRs").add(cidr);
		ObjectNode status = node.putObject("status");
		resources(status.putObject("capacity"));
		resources(status.putObject("allocatable"));
		ArrayNode conditions = status.putArray("conditions");
		for (String[] condition : CONDITIONS) {
			conditions.addObject()
				.put("type", condition[0])
				.put("status", condition[1])
				.put("lastHeartbeatTime", Cluster.time(now))
				.put("lastTransitionTime", Cluster.time(now))
				.put("reason", condition[2])
				.put("message", condition[3]);
		}
		ArrayNode addresses = status.putArray("addresses");
		addresses.addObject().put("type", "InternalIP").put("address", this.cluster.hostAddress(name));
		addresses.addObject().put("type", "Hostname").put("address", name);
		status.putObject("nodeInfo").put("kubeletVersion", "v1.34.4").put("operatingSystem", "linux");
		return node;
	}

	private static void resources(ObjectNode resources) {
		resources.put("cpu", "4").put("memory", "8140284Ki").put("pods", "110");
	}

}
