package io.tgr.cluster.kubernetes;

import java.net.URI;
import java.util.Set;

import io.fabric8.kubernetes.client.KubernetesClient;
import org.springframework.stereotype.Component;

/**
 * Where the Kubernetes API is.
 */
@Component
public final class KubernetesAddress {

	private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

	private final URI url;

	KubernetesAddress(KubernetesClient client) {
		this.url = URI.create(client.getMasterUrl().toString());
	}

	/**
	 * Where it is.
	 * @return its URL
	 */
	public URI url() {
		return this.url;
	}

	/**
	 * Whether it is something on this machine that speaks plain HTTP, as the sandbox is
	 * and no cluster.
	 * @return {@code false} for whatever may be a real cluster
	 */
	public boolean mayBeSandbox() {
		return "http".equals(this.url.getScheme()) && LOOPBACK.contains(String.valueOf(this.url.getHost()));
	}

}
