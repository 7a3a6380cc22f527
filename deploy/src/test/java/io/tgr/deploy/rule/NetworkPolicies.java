package io.tgr.deploy.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.tgr.deploy.manifest.Node;
import io.tgr.deploy.manifest.Rendering;
import io.tgr.deploy.manifest.Resource;
import io.tgr.deploy.manifest.Selector;
import io.tgr.deploy.manifest.Workload;

/**
 * The network policies of a rendering, answered as a network plugin would.
 */
public final class NetworkPolicies {

	private final Rendering rendering;

	public NetworkPolicies(Rendering rendering) {
		this.rendering = rendering;
	}

	static Stream<Workload> pods(Rendering rendering, Resource policy) {
		Selector selector = new Selector(policy.at("spec.podSelector"));
		return rendering.workloads()
			.filter((workload) -> workload.namespace().equals(policy.namespace())
					&& selector.chooses(workload.labels()));
	}

	/**
	 * Whether a connection is let through at both of its ends.
	 * @param from who opens it
	 * @param to who is asked
	 * @param port at which one
	 * @return whether it is
	 */
	public boolean allow(Peer from, Peer to, int port) {
		return allows("Egress", "egress", "to", from, to, port) && allows("Ingress", "ingress", "from", to, from, port);
	}

	private boolean allows(String type, String rules, String side, Peer guarded, Peer other, int port) {
		List<Resource> policies = this.rendering.kind("NetworkPolicy")
			.filter((policy) -> policy.namespace().equals(guarded.namespace()) && types(policy).contains(type)
					&& new Selector(policy.at("spec.podSelector")).chooses(guarded.labels()))
			.toList();
		return policies.isEmpty() || policies.stream()
			.flatMap((policy) -> policy.at("spec." + rules).items())
			.anyMatch((rule) -> port(rule, (type.equals("Ingress")) ? guarded : other, port)
					&& peer(rule.at(side), guarded.namespace(), other));
	}

	private static List<String> types(Resource policy) {
		Node types = policy.at("spec.policyTypes");
		if (types.present()) {
			return types.texts();
		}
		return policy.at("spec.egress").present() ? List.of("Ingress", "Egress") : List.of("Ingress");
	}

	private static boolean port(Node rule, Peer listening, int port) {
		return rule.at("ports").absent() || rule.at("ports")
			.items()
			.map((one) -> one.at("port"))
			.anyMatch(
					(one) -> one.absent() || one.is(port) || listening.portNames().getOrDefault(one.text(), 0) == port);
	}

	private boolean peer(Node peers, String ownNamespace, Peer other) {
		return peers.absent() || peers.items().anyMatch((peer) -> one(peer, ownNamespace, other));
	}

	private boolean one(Node peer, String ownNamespace, Peer other) {
		if (peer.at("ipBlock").present()) {
			return other.address().isPresent() && AddressRange.of(peer.at("ipBlock")).contains(other.address().get());
		}
		boolean namespace = peer.at("namespaceSelector").present()
				? new Selector(peer.at("namespaceSelector")).chooses(namespaceLabels(other.namespace()))
				: other.namespace().equals(ownNamespace);
		boolean pods = peer.at("podSelector").absent() || new Selector(peer.at("podSelector")).chooses(other.labels());
		return other.address().isEmpty() && namespace && pods;
	}

	private Map<String, String> namespaceLabels(String name) {
		Map<String, String> labels = new HashMap<>(
				this.rendering.find("Namespace", "", name).map(Resource::labels).orElse(Map.of()));
		labels.put("kubernetes.io/metadata.name", name);
		return labels;
	}

	/**
	 * One end of a connection.
	 *
	 * @param namespace of the pod
	 * @param labels of the pod
	 * @param portNames what its ports are called
	 * @param address where it is, if it is no pod
	 */
	public record Peer(String namespace, Map<String, String> labels, Map<String, Integer> portNames,
			Optional<String> address) {

		public static Peer of(Workload workload) {
			Map<String, Integer> ports = new HashMap<>();
			workload.servers()
				.flatMap((server) -> server.at("ports").items())
				.forEach((port) -> ports.put(port.at("name").text(), port.at("containerPort").number(0)));
			return new Peer(workload.namespace(), workload.labels(), ports, Optional.empty());
		}

		public static Peer pod(String namespace, Map<String, String> labels) {
			return new Peer(namespace, labels, Map.of(), Optional.empty());
		}

		public static Peer outside(String address) {
			return new Peer("", Map.of(), Map.of(), Optional.of(address));
		}

	}

}
