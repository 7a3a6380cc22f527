package io.tgr.cluster.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The account of the service, with the rights that {@code deploy/} gives it and no
 * others.
 */
final class InspectorAccount {

	static final String NAMESPACE = "tgr-inspector";

	static final String NAME = "cluster-inspector-service";

	private static final Set<String> RIGHTS = Set.of("ServiceAccount", "Role", "RoleBinding", "ClusterRole",
			"ClusterRoleBinding");

	private static final Pattern KIND = Pattern.compile("(?m)^kind: (\\w+)$");

	private static final Path WORK = Path.of("target", "cluster-tests");

	private final RealCluster cluster;

	private final List<String> rights;

	private InspectorAccount(RealCluster cluster, List<String> rights) {
		this.cluster = cluster;
		this.rights = rights;
	}

	static InspectorAccount everywhere(RealCluster cluster) {
		return create(cluster, "");
	}

	static InspectorAccount namespaced(RealCluster cluster) {
		return create(cluster, "components: [../../../../deploy/components/inspector-namespaced]\n");
	}

	private static InspectorAccount create(RealCluster cluster, String components) {
		cluster.kubectl("delete", "clusterrole,clusterrolebinding", "-l", "app.kubernetes.io/name=" + NAME);
		cluster.namespace(NAMESPACE);
		Path overlay = WORK.resolve("overlay");
		write(overlay.resolve("kustomization.yaml"), """
				apiVersion: kustomize.config.k8s.io/v1beta1
				kind: Kustomization
				namespace: %s
				resources: [../../../../deploy/base/cluster-inspector-service]
				%s""".formatted(NAMESPACE, components));
		List<String> rights = new ArrayList<>();
		for (String manifest : cluster.kubectl("kustomize", overlay.toString()).split("(?m)^---$")) {
			Matcher kind = KIND.matcher(manifest);
			if (kind.find() && RIGHTS.contains(kind.group(1))) {
				rights.add(manifest);
			}
		}
		InspectorAccount account = new InspectorAccount(cluster, rights);
		account.give();
		return account;
	}

	void give() {
		this.cluster.apply(String.join("---\n", this.rights));
	}

	void take() {
		this.cluster.kubectl("delete", "clusterrolebinding", NAME);
	}

	/**
	 * A kubeconfig with a token of the account.
	 * @return the file
	 */
	Path kubeconfig() {
		JsonNode admin = JsonMapper.shared()
			.readTree(this.cluster.kubectl("config", "view", "--raw", "--minify", "--flatten", "-o", "json"));
		Path file = WORK.resolve("inspector.kubeconfig");
		write(file, """
				{"apiVersion": "v1", "kind": "Config", "current-context": "tests",
				 "contexts": [{"name": "tests", "context": {"cluster": "tests", "user": "tests", "namespace": "%s"}}],
				 "clusters": [{"name": "tests", "cluster": %s}],
				 "users": [{"name": "tests", "user": {"token": "%s"}}]}
				""".formatted(NAMESPACE, admin.at("/clusters/0/cluster"), this.cluster.token(NAMESPACE, NAME)));
		return file;
	}

	private static void write(Path file, String text) {
		try {
			Files.createDirectories(file.getParent());
			Files.writeString(file, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
