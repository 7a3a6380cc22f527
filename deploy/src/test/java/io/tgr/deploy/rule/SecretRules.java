package io.tgr.deploy.rule;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.tgr.deploy.manifest.Container;
import io.tgr.deploy.manifest.Environment;
import io.tgr.deploy.manifest.Node;
import io.tgr.deploy.manifest.Rendering;
import io.tgr.deploy.manifest.Resource;

/**
 * Nothing secret stands in git, and nothing real goes to the sandbox.
 */
final class SecretRules {

	private static final String SANDBOX = "github-sandbox";

	/** Known to everybody, and worth nothing outside the sandbox. */
	private static final String SANDBOX_TOKEN = "sandbox-token";

	private static final Pattern SECRET_NAME = Pattern
		.compile("(?i).*(token|secret|passw|credential|private_?key|api_?key|access_?key)(?!.*(_FILE|_PATH|_NAME)$).*");

	private static final Pattern SECRET_VALUE = Pattern.compile(
			"(?s).*(gh[pousr]_[A-Za-z0-9]{16}|github_pat_[A-Za-z0-9]|-----BEGIN [A-Z ]*PRIVATE KEY|AKIA[A-Z0-9]{12}"
					+ "|eyJ[A-Za-z0-9_-]{10,}\\.eyJ|://[^/@\\s:]+:[^/@\\s$(]+@).*");

	/** What the Redis of the same namespace wants, and nothing sends to GitHub. */
	private static final String REDIS_PASSWORD = "TGR_STORE_REDIS_PASSWORD";

	static final List<Rule> ALL = List.of(
			Rule.each("no Secret holds a value that stands in git", (rendering) -> rendering.kind("Secret"),
					SecretRules::values),
			Rule.each("no variable that is named like a secret has a value", Rule::containers, SecretRules::variables),
			Rule.resources("no setting that is named like a secret has a value", "ConfigMap",
					(rendering, map) -> map.at("data")
						.strings()
						.entrySet()
						.stream()
						.anyMatch((entry) -> SECRET_NAME.matcher(entry.getKey()).matches()
								&& !entry.getValue().isBlank()),
					"has a key that is named like a secret, with a value"),
			Rule.each("nothing looks like a credential", (rendering) -> rendering.resources().stream(),
					SecretRules::credentials),
			Rule.each("nothing real goes to the sandbox", Rule::containers, SecretRules::toSandbox));

	private SecretRules() {
	}

	private static Stream<String> values(Rendering rendering, Resource secret) {
		Stream<String> encoded = secret.at("data").fields().values().stream().map(SecretRules::decoded);
		Stream<String> plain = secret.at("stringData").strings().values().stream();
		return Stream.concat(encoded, plain)
			.filter((value) -> !value.isBlank() && !rendering.examples().contains(value))
			.map((value) -> "holds a value that no user's file gave: only a secretGenerator with a git-ignored file may");
	}

	private static String decoded(Node value) {
		return new String(Base64.getMimeDecoder().decode(value.text()), StandardCharsets.UTF_8);
	}

	private static Stream<String> variables(Rendering rendering, Container container) {
		Environment environment = Environment.of(rendering, container);
		return environment.variables()
			.entrySet()
			.stream()
			.filter((variable) -> SECRET_NAME.matcher(variable.getKey()).matches())
			.filter((variable) -> !variable.getValue().value().isBlank())
			.filter((variable) -> !(asksSandbox(environment) && variable.getValue().value().equals(SANDBOX_TOKEN)))
			.map((variable) -> "has a value for " + variable.getKey() + " that stands in git");
	}

	private static Stream<String> credentials(Rendering rendering, Resource resource) {
		return resource.body()
			.scalars()
			.map(Map.Entry::getValue)
			.filter((value) -> SECRET_VALUE.matcher(value).matches())
			.map((value) -> "holds what looks like a credential: " + value.substring(0, Math.min(8, value.length())));
	}

	private static Stream<String> toSandbox(Rendering rendering, Container container) {
		Environment environment = Environment.of(rendering, container);
		return asksSandbox(environment) ? environment.secrets()
			.stream()
			.filter((name) -> !name.equals(REDIS_PASSWORD))
			.map((name) -> "asks the sandbox, with %s of a Secret".formatted(name)) : Stream.empty();
	}

	private static boolean asksSandbox(Environment environment) {
		return environment.value("GITHUB_API_URL").contains(SANDBOX);
	}

}
