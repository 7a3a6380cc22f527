package io.tgr.deploy.rule;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.tgr.deploy.manifest.Node;
import io.tgr.deploy.manifest.Rendering;
import io.tgr.deploy.manifest.Resource;

/**
 * What Ambassador silently gets wrong otherwise.
 */
final class MappingRules {

	/** Raw prefixes that are meant to catch more: {@code /trending.atom} too. */
	private static final Set<String> OPEN_PREFIXES = Set.of("/trending");

	private static final Set<String> DROPPED = Set.of("load_balancer", "outlier_detection", "health_checks",
			"error_response_overrides");

	static final List<Rule> ALL = List.of(
			mapping("a Mapping states its hostname", (mapping) -> mapping.at("spec.hostname").text().isEmpty(),
					"has no hostname and so never routes: write \"*\" or the host"),
			mapping("a Mapping states its rewrite", (mapping) -> mapping.at("spec.rewrite").absent(),
					"has no rewrite and so forwards to /: write \"\" to keep the path"),
			mapping("a raw prefix ends with a slash or is exact", MappingRules::catchesOtherWords,
					"catches other words too: end the prefix with a slash, or write prefix_exact: true"),
			mapping("a Mapping states its timeout", (mapping) -> mapping.at("spec.timeout_ms").absent(),
					"has no timeout_ms and so 3 s"),
			mapping("a stream has no timeout but an idle timeout", MappingRules::cutsStream,
					"is a stream: write timeout_ms: 0, a positive idle_timeout_ms and prefix_exact: true"),
			mapping("only a stream has no timeout",
					(mapping) -> !stream(mapping) && mapping.at("spec.timeout_ms").is(0),
					"has timeout_ms: 0, which is for streams alone"),
			mapping("no duration is in milliseconds", MappingRules::milliseconds,
					"has a duration in ms, for which Envoy refuses the whole configuration: write 0.9s"),
			mapping("only reading is retried, for one reason", MappingRules::retriesTooMuch,
					"has a retry_policy: retry_on takes one value, and method: GET must stand beside it"),
			mapping("nothing drops a Mapping",
					(mapping) -> mapping.at("spec").fields().keySet().stream().anyMatch(DROPPED::contains),
					"has one of " + DROPPED + ", which drops it or is gone"),
			Rule.each("a Mapping leads to a Service", MappingRules::mappings, MappingRules::service),
			Rule.each("a Mapping meets a Host", MappingRules::mappings, MappingRules::host),
			Rule.each("no two Mappings share hostname and prefix", MappingRules::mappings, MappingRules::twin));

	private MappingRules() {
	}

	private static Rule mapping(String name, Predicate<Resource> broken, String what) {
		return Rule.resources(name, "Mapping", (rendering, mapping) -> broken.test(mapping), what);
	}

	private static Stream<Resource> mappings(Rendering rendering) {
		return rendering.kind("Mapping");
	}

	private static boolean stream(Resource mapping) {
		return mapping.at("spec.prefix").text().endsWith("/stream");
	}

	private static boolean exact(Resource mapping) {
		return mapping.at("spec.prefix_exact").is(true);
	}

	private static boolean catchesOtherWords(Resource mapping) {
		String prefix = mapping.at("spec.prefix").text();
		return !exact(mapping) && !OPEN_PREFIXES.contains(prefix) && (prefix.equals("/") || !prefix.endsWith("/"));
	}

	private static boolean cutsStream(Resource mapping) {
		return stream(mapping) && !(mapping.at("spec.timeout_ms").is(0)
				&& mapping.at("spec.idle_timeout_ms").number(0) > 0 && exact(mapping));
	}

	private static boolean milliseconds(Resource mapping) {
		return mapping.at("spec").scalars().anyMatch((field) -> field.getValue().matches("\\d+(\\.\\d+)?ms"));
	}

	private static boolean retriesTooMuch(Resource mapping) {
		Node retry = mapping.at("spec.retry_policy");
		return retry.present() && !(mapping.at("spec.method").is("GET") && !mapping.at("spec.method_regex").is(true)
				&& retry.at("retry_on").text().matches("[a-z0-9-]+"));
	}

	private static Stream<String> service(Rendering rendering, Resource mapping) {
		return ServiceAddress.of(mapping.at("spec.service").text(), mapping.namespace()).complaint(rendering).stream();
	}

	private static Stream<String> host(Rendering rendering, Resource mapping) {
		String wanted = mapping.at("spec.hostname").text("*");
		List<String> hosts = rendering.kind("Host").map((host) -> host.at("spec.hostname").text("*")).toList();
		return Complaint.when(
				!hosts.isEmpty() && hosts.stream().noneMatch((host) -> covers(host, wanted) || covers(wanted, host)),
				"is for %s, which no Host of %s takes".formatted(wanted, hosts));
	}

	private static boolean covers(String pattern, String host) {
		return host.equals(pattern) || (pattern.startsWith("*") && host.endsWith(pattern.substring(1)));
	}

	private static Stream<String> twin(Rendering rendering, Resource mapping) {
		return mappings(rendering).filter((other) -> other != mapping && wants(other).equals(wants(mapping)))
			.map((other) -> "wants %s as %s does: the traffic would be split".formatted(wants(mapping), other));
	}

	private static String wants(Resource mapping) {
		return Stream.of("hostname", "prefix", "method")
			.map((field) -> mapping.at("spec." + field).text())
			.collect(Collectors.joining(" "));
	}

}
