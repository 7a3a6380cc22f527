package io.tgr.system.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an operator does with kubectl to the deployment under test: the program of
 * {@code TGR_TEST_KUBECTL} on the cluster of {@code KUBECONFIG}.
 */
final class Kubectl {

	static final String NAMESPACE = "tgr";

	private Kubectl() {
	}

	static String run(String... arguments) {
		return run(List.of(arguments), "");
	}

	private static String run(List<String> arguments, String input) {
		try {
			Path errors = Files.createTempFile("tgr", ".err");
			try {
				Process process = new ProcessBuilder(words(arguments)).redirectError(errors.toFile()).start();
				try (OutputStream in = process.getOutputStream()) {
					in.write(input.getBytes(StandardCharsets.UTF_8));
				}
				String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
				if (process.onExit().join().exitValue() != 0) {
					throw new IllegalStateException(
							"kubectl %s: %s".formatted(String.join(" ", arguments), Files.readString(errors).strip()));
				}
				return output;
			}
			finally {
				Files.delete(errors);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static JsonNode json(String... arguments) {
		return JsonMapper.shared()
			.readTree(run(Stream.concat(Stream.of(arguments), Stream.of("-o", "json")).toArray(String[]::new)));
	}

	static List<JsonNode> items(String... arguments) {
		return json(arguments).get("items").valueStream().toList();
	}

	static void apply(String manifests) {
		run(List.of("apply", "--server-side", "--force-conflicts", "-f", "-"), manifests);
	}

	/**
	 * Waits until the new pods of a deployment are ready and the old ones gone.
	 * @param deployment the name of the deployment
	 */
	static void rolledOut(String deployment) {
		run("rollout", "status", "deployment/" + deployment, "--timeout=180s");
	}

	static void scale(String deployment, int replicas) {
		run("scale", "deployment/" + deployment, "--replicas=" + replicas);
		rolledOut(deployment);
	}

	static List<JsonNode> pods(String deployment) {
		return items("get", "pods", "-l", "app.kubernetes.io/name=" + deployment).stream()
			.filter((pod) -> !pod.get("metadata").has("deletionTimestamp"))
			.toList();
	}

	static List<String> words(List<String> arguments) {
		List<String> words = new ArrayList<>(
				List.of(Objects.requireNonNullElse(System.getenv("TGR_TEST_KUBECTL"), "kubectl").split(" ")));
		words.addAll(List.of("-n", NAMESPACE));
		words.addAll(arguments);
		return words;
	}

}
