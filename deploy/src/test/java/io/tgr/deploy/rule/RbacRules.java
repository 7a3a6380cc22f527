package io.tgr.deploy.rule;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.tgr.deploy.manifest.Node;
import io.tgr.deploy.manifest.Rendering;
import io.tgr.deploy.manifest.Resource;

/**
 * Each account may do what it needs, and nothing more.
 */
final class RbacRules {

	private static final Set<String> READING = Set.of("get", "list", "watch");

	private static final Set<String> HOLDING_SECRETS = Set.of("secrets", "configmaps", "pods/exec", "pods/attach",
			"pods/portforward", "pods/proxy", "services/proxy", "nodes/proxy", "serviceaccounts/token");

	/** What the inspector's README and docs/operations.md say that it needs. */
	private static final Set<String> INSPECTOR = Set.of("get /pods", "list /pods", "watch /pods", "get /pods/log",
			"list /events", "watch /events", "list apps/replicasets", "watch apps/replicasets", "list batch/jobs",
			"watch batch/jobs", "list metrics.k8s.io/pods");

	private static final Set<String> INSPECTOR_EVERYWHERE = Stream
		.concat(INSPECTOR.stream(), Stream.of("list /namespaces"))
		.collect(Collectors.toUnmodifiableSet());

	private static final Set<String> PROMETHEUS = READING.stream()
		.flatMap((verb) -> Stream.of(verb + " /pods", verb + " /services", verb + " /endpoints",
				verb + " discovery.k8s.io/endpointslices"))
		.collect(Collectors.toUnmodifiableSet());

	static final List<Rule> ALL = List.of(
			Rule.each("a role allows no more than to read", RbacRules::roles,
					(rendering, role) -> rights(role).filter((right) -> !READING.contains(right.verb()))
						.map((right) -> "allows to " + right)),
			Rule.each("a role names what it allows", RbacRules::roles,
					(rendering, role) -> rights(role).filter((right) -> right.toString().contains("*"))
						.map((right) -> "allows to %s, with a wildcard".formatted(right))),
			Rule.each("a role shows nothing that holds a secret", RbacRules::roles,
					(rendering, role) -> rights(role).filter((right) -> HOLDING_SECRETS.contains(right.resource()))
						.map((right) -> "allows to " + right)),
			Rule.each("the inspector may do exactly what it needs", RbacRules::roles, RbacRules::inspector),
			Rule.each("Prometheus may find pods, and no more", RbacRules::roles, RbacRules::prometheus),
			Rule.each("only who asks the Kubernetes API is bound to a role",
					(rendering) -> rendering.kind("RoleBinding", "ClusterRoleBinding"), RbacRules::subjects));

	private RbacRules() {
	}

	private static Stream<Resource> roles(Rendering rendering) {
		return rendering.kind("Role", "ClusterRole");
	}

	private static Stream<Right> rights(Resource role) {
		return role.at("rules").items().flatMap(RbacRules::rights);
	}

	private static Stream<Right> rights(Node rule) {
		return rule.at("verbs")
			.texts()
			.stream()
			.flatMap((verb) -> rule.at("apiGroups")
				.texts()
				.stream()
				.flatMap((group) -> rule.at("resources")
					.texts()
					.stream()
					.map((resource) -> new Right(verb, group, resource))));
	}

	private static Set<String> all(Resource role) {
		return rights(role).map(Right::toString).collect(Collectors.toCollection(TreeSet::new));
	}

	private static Stream<String> inspector(Rendering rendering, Resource role) {
		Set<String> expected = role.clusterScoped() ? INSPECTOR_EVERYWHERE : INSPECTOR;
		return Complaint.when(application(role).equals("cluster-inspector-service") && !all(role).equals(expected),
				"allows %s instead of %s".formatted(all(role), new TreeSet<>(expected)));
	}

	private static Stream<String> prometheus(Rendering rendering, Resource role) {
		return Complaint.when(application(role).equals("prometheus") && !PROMETHEUS.containsAll(all(role)),
				"allows %s, of which only %s are needed".formatted(all(role), new TreeSet<>(PROMETHEUS)));
	}

	private static Stream<String> subjects(Rendering rendering, Resource binding) {
		return binding.at("subjects")
			.items()
			.filter((subject) -> !subject.at("kind").is("ServiceAccount")
					|| !(subject.at("name").text().endsWith("cluster-inspector-service")
							|| subject.at("name").text().endsWith("prometheus")))
			.map((subject) -> "binds %s %s".formatted(subject.at("kind").text(), subject.at("name").text()));
	}

	private static String application(Resource resource) {
		return resource.labels().getOrDefault("app.kubernetes.io/name", "");
	}

	/**
	 * One verb on one kind of things.
	 *
	 * @param verb what may be done
	 * @param group whose kind it is, empty for the core
	 * @param resource to what
	 */
	private record Right(String verb, String group, String resource) {

		@Override
		public String toString() {
			return this.verb + " " + this.group + "/" + this.resource;
		}

	}

}
