package io.tgr.deploy.rule;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.tgr.deploy.manifest.Rendering;
import io.tgr.deploy.manifest.Resource;

/**
 * How resources are named, labelled and put into namespaces.
 */
final class LabelRules {

	private static final String PART_OF = "app.kubernetes.io/part-of";

	private static final String NAME = "app.kubernetes.io/name";

	/** Kinds of which one may be there for all services. */
	private static final Set<String> OF_ALL = Set.of("Namespace", "NetworkPolicy", "Secret");

	private static final String LEVEL = "pod-security.kubernetes.io/enforce";

	static final List<Rule> ALL = List.of(
			Rule.each("a resource is labelled", (rendering) -> rendering.resources().stream(),
					(rendering, resource) -> labels(resource)),
			Rule.each("pods are labelled", Rendering::workloads,
					(rendering, workload) -> Complaint.unless(
							"tgr".equals(workload.labels().get(PART_OF)) && workload.labels().containsKey(NAME),
							"makes pods without the labels %s: tgr and %s".formatted(PART_OF, NAME))),
			Rule.each("no two resources are one", (rendering) -> rendering.resources().stream(),
					(rendering, resource) -> Complaint.when(
							rendering.resources().stream().filter(resource::sameAs).count() > 1,
							"is there twice: one would overwrite the other")));

	static final List<Rule> FOR_OVERLAYS = List
		.of(Rule.each("a resource states its namespace", (rendering) -> rendering.resources().stream(),
				(rendering, resource) -> Complaint.when(
						!resource.clusterScoped() && resource.at("metadata.namespace").absent(),
						"would go where kubectl happens to point")),
				Rule.each("a namespace of ours holds its pods to the restricted profile", Rendering::workloads,
						(rendering, workload) -> Complaint.unless(
								rendering.find("Namespace", "", workload.namespace())
									.filter((namespace) -> "restricted".equals(namespace.labels().get(LEVEL)))
									.isPresent(),
								"lies in a namespace that is not made here with %s: restricted".formatted(LEVEL))));

	private LabelRules() {
	}

	private static Stream<String> labels(Resource resource) {
		Map<String, String> labels = resource.labels();
		return Stream.concat(
				Complaint.unless("tgr".equals(labels.get(PART_OF)), "needs the label %s: tgr".formatted(PART_OF)),
				Complaint.unless(labels.containsKey(NAME) || OF_ALL.contains(resource.kind()),
						"needs the label %s".formatted(NAME)));
	}

}
