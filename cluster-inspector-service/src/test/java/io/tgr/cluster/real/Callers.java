package io.tgr.cluster.real;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Accounts that ask the service, in a namespace of their own.
 *
 * @param cluster where
 */
record Callers(RealCluster cluster) {

	static final String NAMESPACE = "tgr-callers";

	private static final Pattern KIND = Pattern.compile("(?m)^kind: (\\w+)$");

	private static final Pattern NAME = Pattern.compile("(?m)^ {2}name: (\\S+)$");

	private static final Pattern IN = Pattern.compile("(?m)^ {2}namespace: (\\S+)$");

	/**
	 * Creates an account that may do everything.
	 * @param cluster the cluster
	 * @return a token of it
	 */
	static String admin(RealCluster cluster) {
		cluster
			.apply("""
					{"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "%1$s"}}
					---
					{"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "ClusterRoleBinding", "metadata": {"name": "%1$s-admin"},
					 "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": "cluster-admin"},
					 "subjects": [{"kind": "ServiceAccount", "name": "admin", "namespace": "%1$s"}]}
					"""
				.formatted(NAMESPACE));
		return new Callers(cluster).account("admin");
	}

	/**
	 * Creates an account without any right.
	 * @param name its name
	 * @return a token of it
	 */
	String account(String name) {
		this.cluster.apply("""
				{"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "%s", "namespace": "%s"}}
				""".formatted(name, NAMESPACE));
		return this.cluster.token(NAMESPACE, name);
	}

	/**
	 * Applies a Role or ClusterRole as it is, and binds it to an account of ours.
	 * @param role the manifest
	 * @param account the account
	 * @return both, to take them away again
	 */
	String give(String role, String account) {
		return give(role, NAMESPACE, account);
	}

	String give(String role, String namespace, String account) {
		String kind = Objects.requireNonNull(find(KIND, role));
		String where = find(IN, role);
		String manifests = role + "---\n"
				+ """
						{"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "%1$sBinding", "metadata": {"name": "%2$s-%3$s"%4$s},
						 "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "%1$s", "name": "%2$s"},
						 "subjects": [{"kind": "ServiceAccount", "name": "%3$s", "namespace": "%5$s"}]}
						"""
					.formatted(kind, find(NAME, role), account,
							(where != null) ? ", \"namespace\": \"" + where + "\"" : "", namespace);
		this.cluster.apply(manifests);
		return manifests;
	}

	/**
	 * Writes a Role.
	 * @param name its name
	 * @param namespace its namespace
	 * @param resource such as {@code pods}
	 * @param verbs such as {@code list, get}
	 * @return the manifest
	 */
	static String role(String name, String namespace, String resource, String verbs) {
		return """
				apiVersion: rbac.authorization.k8s.io/v1
				kind: Role
				metadata:
				  name: %s
				  namespace: %s
				rules:
				  - {apiGroups: [""], resources: [%s], verbs: [%s]}
				""".formatted(name, namespace, resource, verbs);
	}

	/**
	 * Creates a namespace with a pod that runs.
	 * @param namespace its name
	 */
	void shop(String namespace) {
		this.cluster.namespace(namespace);
		new Rollout(this.cluster, namespace, "web").create(1);
	}

	private static @Nullable String find(Pattern pattern, String manifest) {
		Matcher matcher = pattern.matcher(manifest);
		return (matcher.find()) ? matcher.group(1) : null;
	}

}
