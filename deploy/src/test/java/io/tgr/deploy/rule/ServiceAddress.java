package io.tgr.deploy.rule;

import java.util.Map;
import java.util.Optional;

import io.tgr.deploy.manifest.Node;
import io.tgr.deploy.manifest.Rendering;
import io.tgr.deploy.manifest.Resource;

/**
 * An address of a Service as a Mapping or a URL gives it.
 *
 * @param namespace whose name is meant
 * @param name of the Service
 * @param port that is asked for
 */
record ServiceAddress(String namespace, String name, int port) {

	private static final Map<String, Integer> PORTS = Map.of("https", 443, "redis", 6379);

	/**
	 * Reads {@code [scheme://]name[.namespace[.svc[.cluster.local]]][:port][/path]}.
	 * @param text the address
	 * @param ownNamespace what an unqualified name is looked up in
	 * @return what it means
	 */
	static ServiceAddress of(String text, String ownNamespace) {
		String scheme = text.contains("://") ? text.substring(0, text.indexOf(':')) : "http";
		int defaultPort = PORTS.getOrDefault(scheme, 80);
		String authority = text.replaceFirst("^[a-z]+://", "").replaceFirst("/.*", "");
		String[] hostAndPort = authority.split(":", 2);
		String[] labels = hostAndPort[0].split("\\.", -1);
		return new ServiceAddress((labels.length > 1) ? labels[1] : ownNamespace, labels[0],
				(hostAndPort.length > 1) ? Integer.parseInt(hostAndPort[1]) : defaultPort);
	}

	Optional<Resource> service(Rendering rendering) {
		return rendering.find("Service", this.namespace, this.name);
	}

	/**
	 * What is wrong with it.
	 * @param rendering where the Service should be
	 * @return a complaint, or nothing
	 */
	Optional<String> complaint(Rendering rendering) {
		Optional<Resource> service = service(rendering);
		if (service.isEmpty()) {
			return Optional.of("leads to Service %s/%s, which is not there".formatted(this.namespace, this.name));
		}
		Node ports = service.get().at("spec.ports");
		boolean offered = ports.items().anyMatch((port) -> port.at("port").is(this.port));
		return offered ? Optional.empty() : Optional.of("asks for port %d of %s, which offers %s".formatted(this.port,
				service.get(), ports.items().map((port) -> port.at("port").text()).toList()));
	}

}
