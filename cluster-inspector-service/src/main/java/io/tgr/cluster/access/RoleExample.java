package io.tgr.cluster.access;

import java.util.List;
import java.util.Set;

import io.tgr.cluster.kubernetes.Right;

/**
 * The Role that would allow something, ready to be applied and bound.
 */
final class RoleExample {

	private static final Set<String> REVIEWS = Set.of("tokenreviews", "subjectaccessreviews");

	private static final String ROLE = """
			apiVersion: rbac.authorization.k8s.io/v1
			kind: %s
			metadata:
			  name: %s%s
			rules:
			  - apiGroups: ["%s"]
			    resources: ["%s"]
			    verbs: [%s]
			""";

	private RoleExample() {
	}

	/**
	 * Writes the Role.
	 * @param right what it is to allow
	 * @param verbs the verbs that it takes
	 * @return the manifest
	 */
	static String of(Right right, List<String> verbs) {
		if (REVIEWS.contains(right.resource())) {
			return "Bind the ClusterRole system:auth-delegator to the account by a ClusterRoleBinding.\n";
		}
		String namespace = right.namespace();
		String name = right.resource().replace('.', '-') + "-"
				+ ((right.subresource() != null) ? right.subresource() + "-" : "") + String.join("-", verbs);
		return ROLE.formatted((namespace != null) ? "Role" : "ClusterRole", name,
				(namespace != null) ? "\n  namespace: " + namespace : "", right.group(), right.ruleResource(),
				"\"" + String.join("\", \"", verbs) + "\"");
	}

}
