package io.tgr.deploy.rule;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.tgr.deploy.manifest.Container;
import io.tgr.deploy.manifest.Node;
import io.tgr.deploy.manifest.Rendering;
import io.tgr.deploy.manifest.Resource;
import io.tgr.deploy.manifest.Workload;

/**
 * Whatever is named is there.
 */
final class ReferenceRules {

	/** What a README asks the user to make, since it holds what nobody else has. */
	private static final Set<String> MADE_BY_USERS = Set.of("Secret emissary/tgr-tls");

	/** Roles that every cluster has and that are meant to be bound. */
	private static final Set<String> BUILT_IN_ROLES = Set.of("system:auth-delegator");

	static final List<Rule> ALL = List.of(
			Rule.each("a pod's account is there", Rendering::workloads, ReferenceRules::account),
			Rule.each("a pod's credentials for images are there", Rendering::workloads,
					(rendering, workload) -> pullSecrets(rendering, workload.namespace(), workload.spec())),
			Rule.each("an account's credentials for images are there", (rendering) -> rendering.kind("ServiceAccount"),
					(rendering, account) -> pullSecrets(rendering, account.namespace(), account.body())),
			Rule.each("a variable's source is there", Rule::containers, ReferenceRules::variables),
			Rule.each("a volume's source is there", Rendering::workloads, ReferenceRules::volumes),
			Rule.each("a mounted volume is there, and every volume is mounted", Rendering::workloads,
					ReferenceRules::mounts),
			Rule.each("a binding's role and accounts are there",
					(rendering) -> rendering.kind("RoleBinding", "ClusterRoleBinding"), ReferenceRules::binding),
			Rule.each("a Host's certificate is there", (rendering) -> rendering.kind("Host"),
					(rendering, host) -> host.at("spec.tlsSecret").present()
							? missing(rendering, "Secret", host.namespace(), host.at("spec.tlsSecret.name"))
							: Stream.empty()));

	private ReferenceRules() {
	}

	private static Stream<String> account(Rendering rendering, Workload workload) {
		Node name = workload.spec().at("serviceAccountName");
		return name.present() ? missing(rendering, "ServiceAccount", workload.namespace(), name)
				: Stream.of("has no serviceAccountName and so shares the account `default`");
	}

	private static Stream<String> pullSecrets(Rendering rendering, String namespace, Node holder) {
		return holder.at("imagePullSecrets")
			.items()
			.flatMap((secret) -> missing(rendering, "Secret", namespace, secret.at("name")));
	}

	private static Stream<String> variables(Rendering rendering, Container container) {
		String namespace = container.workload().namespace();
		Stream<String> all = container.at("envFrom")
			.items()
			.flatMap((source) -> Stream.concat(source(rendering, "ConfigMap", namespace, source.at("configMapRef")),
					source(rendering, "Secret", namespace, source.at("secretRef"))));
		Stream<String> each = container.at("env")
			.items()
			.map((variable) -> variable.at("valueFrom"))
			.flatMap((source) -> Stream.concat(source(rendering, "ConfigMap", namespace, source.at("configMapKeyRef")),
					source(rendering, "Secret", namespace, source.at("secretKeyRef"))));
		return Stream.concat(all, each);
	}

	private static Stream<String> volumes(Rendering rendering, Workload workload) {
		return Stream
			.concat(workload.volumes().stream(),
					workload.volumes().stream().flatMap((volume) -> volume.at("projected.sources").items()))
			.flatMap((volume) -> Stream
				.of(source(rendering, "ConfigMap", workload.namespace(), volume.at("configMap")),
						source(rendering, "Secret", workload.namespace(), volume.at("secret")), source(rendering,
								"PersistentVolumeClaim", workload.namespace(), volume.at("persistentVolumeClaim")))
				.flatMap((complaints) -> complaints));
	}

	/** A source of a volume or a variable: which resource, and which of its keys. */
	private static Stream<String> source(Rendering rendering, String kind, String namespace, Node source) {
		if (source.absent() || source.at("optional").is(true)) {
			return Stream.empty();
		}
		Node name = Stream.of("name", "secretName", "claimName")
			.map(source::at)
			.filter(Node::present)
			.findFirst()
			.orElse(source);
		Stream<Node> keys = Stream.concat(Stream.of(source.at("key")),
				source.at("items").items().map((item) -> item.at("key")));
		return Stream.concat(missing(rendering, kind, namespace, name),
				rendering.find(kind, namespace, name.text())
					.stream()
					.flatMap((found) -> keys.filter((key) -> key.present() && !has(found, key.text()))
						.map((key) -> "asks for key %s, which %s does not have".formatted(key.text(), found))));
	}

	private static boolean has(Resource found, String key) {
		return Stream.of("data", "stringData", "binaryData").anyMatch((data) -> found.at(data).field(key).present());
	}

	private static Stream<String> mounts(Rendering rendering, Workload workload) {
		List<String> volumes = Stream
			.concat(workload.volumes().stream().map((volume) -> volume.at("name")), workload.claims())
			.map(Node::text)
			.toList();
		List<String> mounted = workload.containers()
			.flatMap((container) -> container.at("volumeMounts").items())
			.map((mount) -> mount.at("name").text())
			.toList();
		return Stream.concat(
				mounted.stream()
					.filter((mount) -> !volumes.contains(mount))
					.map((mount) -> "mounts no volume: " + mount),
				volumes.stream()
					.filter((volume) -> !mounted.contains(volume))
					.map((volume) -> "never mounts " + volume));
	}

	private static Stream<String> binding(Rendering rendering, Resource binding) {
		Node role = binding.at("roleRef");
		Stream<String> roles = BUILT_IN_ROLES.contains(role.at("name").text()) ? Stream.empty() : missing(rendering,
				role.at("kind").text(), role.at("kind").is("Role") ? binding.namespace() : "", role.at("name"));
		return Stream.concat(roles,
				binding.at("subjects")
					.items()
					.filter((subject) -> subject.at("kind").is("ServiceAccount"))
					.flatMap((subject) -> missing(rendering, "ServiceAccount", subject.at("namespace").text("default"),
							subject.at("name"))));
	}

	private static Stream<String> missing(Rendering rendering, String kind, String namespace, Node name) {
		String wanted = kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name.text();
		return Complaint.unless(rendering.has(kind, namespace, name.text()) || MADE_BY_USERS.contains(wanted),
				"names " + wanted + ", which is not there");
	}

}
