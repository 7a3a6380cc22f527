package io.tgr.cluster.real;

/**
 * Accounts that ask the service.
 */
final class Callers {

	static final String NAMESPACE = "tgr-callers";

	private Callers() {
	}

	/**
	 * Creates an account that may do everything.
	 * @param cluster the cluster
	 * @return a token of it
	 */
	static String admin(RealCluster cluster) {
		cluster.apply("""
				{"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "%1$s"}}
				---
				{"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "admin", "namespace": "%1$s"}}
				---
				{"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "ClusterRoleBinding", "metadata": {"name": "%1$s-admin"},
				 "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": "cluster-admin"},
				 "subjects": [{"kind": "ServiceAccount", "name": "admin", "namespace": "%1$s"}]}
				""".formatted(NAMESPACE));
		return cluster.token(NAMESPACE, "admin");
	}

}
