package io.tgr.cluster.kubernetes;

import java.nio.file.Files;
import java.nio.file.Path;

import io.fabric8.kubernetes.client.Config;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.cloud.kubernetes.commons.KubernetesClientProperties;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Chooses the cluster: a kubeconfig that is named, else an address that is named, else
 * the one that this service runs in. Never one that merely lies about, such as
 * {@code ~/.kube/config}.
 */
final class ClusterChoice {

	private static final Path SERVICE_ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

	private final String kubeconfig;

	private final KubernetesClientProperties address;

	private final Environment environment;

	private final Path serviceAccount;

	ClusterChoice(String kubeconfig, KubernetesClientProperties address, Environment environment) {
		this(kubeconfig, address, environment, SERVICE_ACCOUNT);
	}

	ClusterChoice(String kubeconfig, KubernetesClientProperties address, Environment environment, Path serviceAccount) {
		this.kubeconfig = kubeconfig;
		this.address = address;
		this.environment = environment;
		this.serviceAccount = serviceAccount;
	}

	Config config() {
		if (!this.kubeconfig.isBlank()) {
			return Kubeconfig.read(this.kubeconfig);
		}
		if (StringUtils.hasText(this.address.masterUrl())) {
			return ClientSettings.config(this.address);
		}
		String host = this.environment.getProperty("KUBERNETES_SERVICE_HOST");
		if (StringUtils.hasText(host) && Files.isReadable(this.serviceAccount.resolve("token"))) {
			return surrounding(host);
		}
		throw new FailureAnalyzedException("No Kubernetes cluster is named, and this is no pod with a service account.",
				"Set KUBECONFIG to a kubeconfig file, or spring.cloud.kubernetes.client.master-url to the address of "
						+ "an API server.");
	}

	private Config surrounding(String host) {
		String port = this.environment.getProperty("KUBERNETES_SERVICE_PORT", "443");
		Config config = Config.empty();
		config.setMasterUrl("https://%s:%s".formatted((host.contains(":")) ? "[" + host + "]" : host, port));
		config.setCaCertFile(this.serviceAccount.resolve("ca.crt").toString());
		config.setOauthTokenProvider(new TokenFile(this.serviceAccount.resolve("token")));
		config.setNamespace(TokenFile.read(this.serviceAccount.resolve("namespace")));
		return config;
	}

}
