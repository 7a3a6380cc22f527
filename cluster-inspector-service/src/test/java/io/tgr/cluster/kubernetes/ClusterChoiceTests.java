package io.tgr.cluster.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.fabric8.kubernetes.client.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.cloud.kubernetes.commons.KubernetesClientProperties;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ClusterChoiceTests {

	@TempDir
	Path folder;

	private final MockEnvironment environment = new MockEnvironment();

	private Map<String, String> address = Map.of();

	private String kubeconfig = "";

	@Test
	void aKubeconfigGoesFirst() throws IOException {
		serviceAccount();
		this.address = Map.of("c.master-url", "http://127.0.0.1:8091");
		this.kubeconfig = write("one", kubeconfig("https://one:6443", "token: first")).toString();
		Config config = choose();
		assertThat(config.getMasterUrl()).isEqualTo("https://one:6443/");
		assertThat(config.getAutoOAuthToken()).isEqualTo("first");
		assertThat(config.getNamespace()).isEqualTo("blue");
	}

	@Test
	void ofSeveralKubeconfigsTheFirstToSaySomethingWins() throws IOException {
		Path one = write("one", kubeconfig("https://one:6443", "token: first"));
		Path two = write("two", kubeconfig("https://two:6443", "token: second"));
		this.kubeconfig = this.folder.resolve("none") + ":" + two + ":" + one;
		assertThat(choose().getMasterUrl()).isEqualTo("https://two:6443/");
	}

	@Test
	void theTokenOfAKubeconfigMayStandInAFile() throws IOException {
		Path token = write("token", "first\n");
		this.kubeconfig = write("one", kubeconfig("https://one:6443", "tokenFile: token")).toString();
		Config config = choose();
		assertThat(config.getOauthTokenProvider().getToken()).isEqualTo("first");
		Files.writeString(token, "second");
		assertThat(config.getOauthTokenProvider().getToken()).isEqualTo("second");
	}

	@Test
	void aKubeconfigMayActAsSomebodyElse() throws IOException {
		this.kubeconfig = write("one", kubeconfig("https://one:6443", "token: t, as: jane, as-groups: [devs]"))
			.toString();
		Config config = choose();
		assertThat(config.getImpersonateUsername()).isEqualTo("jane");
		assertThat(config.getImpersonateGroups()).containsExactly("devs");
	}

	@Test
	void anAddressGoesBeforeTheClusterAround() throws IOException {
		serviceAccount();
		this.address = Map.of("c.master-url", "http://127.0.0.1:8091", "c.oauth-token", "t", "c.namespace", "red");
		Config config = choose();
		assertThat(config.getMasterUrl()).isEqualTo("http://127.0.0.1:8091/");
		assertThat(config.getOauthToken()).isEqualTo("t");
		assertThat(config.getNamespace()).isEqualTo("red");
	}

	@Test
	void inAPodItIsTheClusterAround() throws IOException {
		serviceAccount();
		Config config = choose();
		assertThat(config.getMasterUrl()).isEqualTo("https://[fd00::1]:6443/");
		assertThat(config.getCaCertFile()).isEqualTo(this.folder.resolve("ca.crt").toString());
		assertThat(config.getNamespace()).isEqualTo("green");
		assertThat(config.getOauthTokenProvider().getToken()).isEqualTo("of the pod");
		write("token", "rotated");
		assertThat(config.getOauthTokenProvider().getToken()).isEqualTo("rotated");
		Files.delete(this.folder.resolve("token"));
		assertThat(config.getOauthTokenProvider().getToken()).isEqualTo("rotated");
	}

	@Test
	void nowhere() {
		refused("No Kubernetes cluster is named");
		this.environment.setProperty("KUBERNETES_SERVICE_HOST", "10.0.0.1");
		refused("No Kubernetes cluster is named");
	}

	@Test
	void aKubeconfigThatCannotBeUsed() throws IOException {
		this.kubeconfig = this.folder.resolve("none").toString();
		refused("does not exist");
		this.kubeconfig = this.folder.toString();
		refused("cannot be read");
		this.kubeconfig = write("one", "password: {PLANTED").toString();
		refused("is no kubeconfig");
		this.kubeconfig = write("two", "apiVersion: v1\nkind: Config").toString();
		refused("has no current context");
		this.kubeconfig = write("three",
				"contexts: [{name: x, context: {cluster: y, user: z}}]\ncurrent-context: x\nkind: Config")
			.toString();
		refused("has no cluster for its context 'x'");
	}

	private void refused(String words) {
		assertThatExceptionOfType(FailureAnalyzedException.class).isThrownBy(this::choose)
			.satisfies((ex) -> assertThat(ex.analysis().getDescription()).contains(words).doesNotContain("PLANTED"))
			.satisfies((ex) -> assertThat(ex.analysis().getAction()).contains("KUBECONFIG"))
			.withNoCause();
	}

	private Config choose() {
		KubernetesClientProperties properties = new Binder(new MapConfigurationPropertySource(this.address))
			.bindOrCreate("c", KubernetesClientProperties.class);
		return new ClusterChoice(this.kubeconfig, properties, this.environment, this.folder).config();
	}

	private void serviceAccount() throws IOException {
		this.environment.setProperty("KUBERNETES_SERVICE_HOST", "fd00::1");
		this.environment.setProperty("KUBERNETES_SERVICE_PORT", "6443");
		write("token", "of the pod\n");
		write("namespace", "green");
		write("ca.crt", "");
	}

	private Path write(String name, String content) throws IOException {
		return Files.writeString(this.folder.resolve(name), content);
	}

	private static String kubeconfig(String server, String user) {
		return """
				apiVersion: v1
				kind: Config
				clusters: [{name: c, cluster: {server: "%s"}}]
				users: [{name: u, user: {%s}}]
				contexts: [{name: x, context: {cluster: c, user: u, namespace: blue}}]
				current-context: x
				""".formatted(server, user);
	}

}
