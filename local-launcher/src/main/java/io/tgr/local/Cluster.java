package io.tgr.local;

import java.util.Map;

import io.tgr.sandbox.cluster.ClusterSandbox;

/**
 * The cluster whose pods are shown.
 *
 * @param description which one it is, and who may look
 * @param variables the environment that tells the inspector
 */
record Cluster(String description, Map<String, Object> variables) {

	private static final String KUBECONFIG = "KUBECONFIG";

	/**
	 * The sandbox, which anybody may look at.
	 * @param sandbox the running sandbox
	 * @return how to reach it
	 */
	static Cluster sandbox(ClusterSandbox sandbox) {
		return new Cluster("the sandbox cluster at " + sandbox.url(),
				Map.of(KUBECONFIG, "", "tgr.cluster.kubeconfig", "", "spring.cloud.kubernetes.client.master-url",
						String.valueOf(sandbox.url()), "tgr.cluster.access", "open"));
	}

	/**
	 * A real one, with its own rules of who may see what.
	 * @param kubeconfig the file that says which
	 * @return how to reach it
	 */
	static Cluster real(String kubeconfig) {
		return new Cluster("the cluster of " + kubeconfig + " to who has a token of it",
				Map.of(KUBECONFIG, kubeconfig, "tgr.cluster.kubeconfig", kubeconfig, "tgr.cluster.access", "review"));
	}

}
