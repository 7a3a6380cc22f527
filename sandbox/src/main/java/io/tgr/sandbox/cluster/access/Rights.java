package io.tgr.sandbox.cluster.access;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

/**
 * Who may do what.
 */
final class Rights {

	private static final Rule BASIC = Rule.of("create",
			"selfsubjectaccessreviews.authorization.k8s.io,selfsubjectrulesreviews.authorization.k8s.io");

	private final Map<String, List<Rule>> granted = new ConcurrentHashMap<>();

	private final Map<String, List<Rule>> taken = new ConcurrentHashMap<>();

	void grant(String user, List<Rule> rules) {
		this.taken.remove(user);
		rules(this.granted, user).addAll(rules);
	}

	void take(String user, List<Rule> rules) {
		if (rules.isEmpty()) {
			this.granted.remove(user);
			this.taken.remove(user);
		}
		else {
			rules(this.taken, user).addAll(rules);
		}
	}

	boolean allow(String user, List<String> groups, String verb, String resource, @Nullable String namespace) {
		if (groups.contains("system:masters") || BASIC.covers(verb, resource, namespace)) {
			return true;
		}
		boolean gone = rules(this.taken, user).stream().anyMatch((rule) -> rule.touches(verb, resource, namespace));
		return !gone && rules(this.granted, user).stream().anyMatch((rule) -> rule.covers(verb, resource, namespace));
	}

	// What was taken is left out, so there is a rule for each resource.
	List<Rule> of(String user, String namespace) {
		return rules(this.granted, user).stream()
			.filter((rule) -> rule.reaches(namespace))
			.flatMap((rule) -> rule.resources().stream().map((resource) -> left(user, namespace, rule, resource)))
			.filter((rule) -> !rule.verbs().isEmpty())
			.toList();
	}

	private Rule left(String user, String namespace, Rule rule, String resource) {
		List<String> verbs = rule.verbs()
			.stream()
			.filter((verb) -> allow(user, List.of(), verb, resource, namespace))
			.toList();
		return new Rule(verbs, List.of(resource), List.of());
	}

	List<Rule> basic() {
		return List.of(BASIC);
	}

	private static List<Rule> rules(Map<String, List<Rule>> all, String user) {
		return all.computeIfAbsent(user, (key) -> new CopyOnWriteArrayList<>());
	}

}
