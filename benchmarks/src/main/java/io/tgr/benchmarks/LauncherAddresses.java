package io.tgr.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;

/**
 * Where the parts of a launcher listen.
 *
 * @param gateway the gateway
 * @param trending trending-service
 * @param details repo-details-service
 * @param sandbox the sandbox of GitHub
 */
record LauncherAddresses(URI gateway, URI trending, URI details, URI sandbox) {

	static LauncherAddresses free() throws IOException {
		return new LauncherAddresses(freePort(), freePort(), freePort(), freePort());
	}

	Map<String, String> variables() {
		return Map.of("PORT", port(this.gateway), "TGR_TRENDING_PORT", port(this.trending), "TGR_REPO_DETAILS_PORT",
				port(this.details), "TGR_SANDBOX_PORT", port(this.sandbox), "TGR_LIVE", "false",
				"TGR_CLUSTER_INSPECTOR_PORT", "0", "TGR_SANDBOX_CLUSTER_PORT", "0", "KUBECONFIG", "");
	}

	private static URI freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return URI.create("http://127.0.0.1:" + socket.getLocalPort());
		}
	}

	private static String port(URI uri) {
		return Integer.toString(uri.getPort());
	}

}
