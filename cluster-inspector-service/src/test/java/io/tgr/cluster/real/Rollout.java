package io.tgr.cluster.real;

import java.util.Objects;

/**
 * A deployment that is rolled.
 *
 * @param cluster where
 * @param namespace its namespace
 * @param name its name
 */
record Rollout(RealCluster cluster, String namespace, String name) {

	void create(int replicas) {
		String image = Objects.requireNonNullElse(System.getenv("STATES_IMAGE"), "tgr/probe:1");
		this.cluster.apply("""
				{"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "%2$s", "namespace": "%1$s"},
				 "spec": {"replicas": %3$d, "selector": {"matchLabels": {"app": "%2$s"}},
				  "template": {"metadata": {"labels": {"app": "%2$s"}},
				   "spec": {"terminationGracePeriodSeconds": 1, "automountServiceAccountToken": false,
				    "containers": [{"name": "app", "image": "%4$s", "imagePullPolicy": "Never", "args": ["serve"],
				     "readinessProbe": {"periodSeconds": 1, "httpGet": {"port": 8080, "path": "/"}}}]}}}}
				""".formatted(this.namespace, this.name, replicas, image));
		await();
	}

	void roll() {
		this.cluster.kubectl("-n", this.namespace, "rollout", "restart", "deployment/" + this.name);
	}

	void await() {
		this.cluster.kubectl("-n", this.namespace, "rollout", "status", "deployment/" + this.name, "--timeout=120s");
	}

	void delete() {
		this.cluster.kubectl("-n", this.namespace, "delete", "deployment", this.name);
	}

}
