package io.tgr.deploy.kustomize;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The command that renders: {@code KUBECTL}, which may be several words, or
 * {@code kubectl} on the path.
 */
final class Kubectl {

	private static final long LIMIT_SECONDS = 60;

	private final List<String> command;

	private Kubectl(List<String> command) {
		this.command = command;
	}

	/**
	 * The command, if it can be run.
	 * @param environment variables of this process
	 * @return it, or nothing
	 */
	static Optional<Kubectl> find(Map<String, String> environment) {
		String words = environment.getOrDefault("KUBECTL", "").isBlank() ? "kubectl" : environment.get("KUBECTL");
		return Optional.of(new Kubectl(List.of(words.trim().split("\\s+")))).filter(Kubectl::runs);
	}

	private boolean runs() {
		try {
			return run("kustomize", "--help").exit() == 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * Renders a kustomization.
	 * @param folder where it is
	 * @return the YAML
	 */
	String kustomize(Path folder) {
		try {
			Outcome outcome = run("kustomize", folder.toString());
			if (outcome.exit() != 0 || !outcome.errors().isBlank()) {
				throw new IllegalStateException("%s does not render cleanly: %s".formatted(folder, outcome.errors()));
			}
			return outcome.output();
		}
		catch (IOException ex) {
			throw new IllegalStateException("kubectl does not run", ex);
		}
	}

	private Outcome run(String... arguments) throws IOException {
		List<String> line = new ArrayList<>(this.command);
		line.addAll(List.of(arguments));
		Path output = Files.createTempFile("kubectl", ".out");
		Path errors = Files.createTempFile("kubectl", ".err");
		Process process = new ProcessBuilder(line).redirectOutput(output.toFile())
			.redirectError(errors.toFile())
			.start();
		try {
			if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
				throw new IOException(line + " takes longer than " + LIMIT_SECONDS + " s");
			}
			return new Outcome(process.exitValue(), Files.readString(output), Files.readString(errors));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
		finally {
			process.destroyForcibly();
			Files.delete(output);
			Files.delete(errors);
		}
	}

	/**
	 * How a command ended and what it said.
	 */
	private record Outcome(int exit, String output, String errors) {

	}

}
