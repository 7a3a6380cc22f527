package io.tgr.deploy.manifest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a container finds in its environment: ConfigMaps are looked up, and references to
 * other variables expanded, as the kubelet does.
 */
public final class Environment {

	private static final Pattern REFERENCE = Pattern.compile("\\$\\(([A-Za-z0-9_.-]+)\\)");

	private final Map<String, Variable> variables = new LinkedHashMap<>();

	private final Rendering rendering;

	private final String namespace;

	private Environment(Rendering rendering, String namespace) {
		this.rendering = rendering;
		this.namespace = namespace;
	}

	public static Environment of(Rendering rendering, Container container) {
		Environment environment = new Environment(rendering, container.workload().namespace());
		container.at("envFrom").items().forEach(environment::addAll);
		container.at("env").items().forEach(environment::add);
		return environment;
	}

	public Map<String, Variable> variables() {
		return this.variables;
	}

	public String value(String name) {
		return Optional.ofNullable(this.variables.get(name)).map(Variable::value).orElse("");
	}

	/**
	 * The variables whose values come from Secrets.
	 * @return their names
	 */
	public List<String> secrets() {
		return this.variables.keySet().stream().filter((name) -> this.variables.get(name).secret()).toList();
	}

	private void addAll(Node source) {
		String prefix = source.at("prefix").text();
		data("ConfigMap", source.at("configMapRef.name"))
			.forEach((name, value) -> this.variables.put(prefix + name, new Variable(value, false)));
		Node secret = source.at("secretRef.name");
		if (secret.present()) {
			secretKeys(secret).forEach((name) -> this.variables.put(prefix + name, new Variable("", true)));
		}
	}

	private Set<String> secretKeys(Node name) {
		return this.rendering.find("Secret", this.namespace, name.text())
			.map((found) -> found.at("data").strings().keySet())
			.orElse(Set.of("all of " + name.text()));
	}

	private void add(Node variable) {
		Node from = variable.at("valueFrom");
		String value = variable.at("value").text();
		if (from.at("configMapKeyRef").present()) {
			value = data("ConfigMap", from.at("configMapKeyRef.name"))
				.getOrDefault(from.at("configMapKeyRef.key").text(), "");
		}
		this.variables.put(variable.at("name").text(),
				new Variable(expanded(value), from.at("secretKeyRef").present()));
	}

	private Map<String, String> data(String kind, Node name) {
		return this.rendering.find(kind, this.namespace, name.text())
			.map((found) -> found.at("data").strings())
			.orElse(Map.of());
	}

	private String expanded(String value) {
		return REFERENCE.matcher(value)
			.replaceAll((reference) -> Matcher.quoteReplacement(
					this.variables.containsKey(reference.group(1)) ? value(reference.group(1)) : reference.group()));
	}

	/**
	 * One variable.
	 *
	 * @param value as far as it is known here
	 * @param secret whether it comes from a Secret
	 */
	public record Variable(String value, boolean secret) {

	}

}
