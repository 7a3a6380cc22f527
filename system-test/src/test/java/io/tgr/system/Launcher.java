package io.tgr.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The launcher's jar as a process of its own, on free ports and in an empty folder.
 */
final class Launcher implements AutoCloseable {

	static final Duration START_LIMIT = Duration.ofMinutes(4);

	private static final Pattern READY = Pattern.compile("tgr is ready: (http://\\S+)");

	private static final Pattern SANDBOX = Pattern.compile("the sandbox at (http://[0-9.:]+)");

	private static final List<String> NOT_FROM_OUTSIDE = List.of("HOST", "ENV", "DEBUG", "TGR_LIVE", "GITHUB_TOKEN",
			"CLIENT_ID", "CLIENT_SECRET", "GITHUB_APP_ID", "GITHUB_APP_INSTALLATION_ID", "GITHUB_APP_PRIVATE_KEY",
			"GITHUB_APP_PRIVATE_KEY_FILE", "GITHUB_API_URL", "KUBECONFIG", "JAVA_TOOL_OPTIONS");

	private final Path folder;

	private final Process process;

	private Launcher(Path folder, Process process) {
		this.folder = folder;
		this.process = process;
	}

	/**
	 * Starts it, without waiting for anything.
	 * @param environment what to set, besides free ports
	 * @param dotEnv the text of its {@code .env} file, empty for none
	 * @param arguments its options
	 * @return the process
	 */
	static Launcher start(Map<String, String> environment, String dotEnv, String... arguments) {
		try {
			Path folder = Files.createTempDirectory("tgr");
			if (!dotEnv.isEmpty()) {
				Files.writeString(folder.resolve(".env"), dotEnv);
			}
			Path java = Path.of(System.getProperty("java.home"), "bin", "java");
			ProcessBuilder builder = new ProcessBuilder(Stream
				.concat(Stream.of(java.toString(), "-XX:TieredStopAtLevel=1", "-Dio.netty.leakDetection.level=paranoid",
						"-jar", Path.of(System.getProperty("tgr.jar")).toAbsolutePath().toString()),
						Stream.of(arguments))
				.toList());
			builder.directory(folder.toFile())
				.redirectOutput(folder.resolve("out").toFile())
				.redirectError(folder.resolve("err").toFile());
			builder.environment().keySet().removeAll(NOT_FROM_OUTSIDE);
			List.of("PORT", "TGR_SANDBOX_PORT", "TGR_SANDBOX_CLUSTER_PORT", "TGR_TRENDING_PORT",
					"TGR_REPO_DETAILS_PORT", "TGR_CLUSTER_INSPECTOR_PORT")
				.forEach((port) -> builder.environment().put(port, "0"));
			builder.environment().putAll(environment);
			return new Launcher(folder, builder.start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Starts it as users do, and waits until it says that it is ready.
	 * @return the running launcher
	 */
	static Launcher running() {
		Launcher launcher = start(Map.of(), "");
		launcher.gateway();
		return launcher;
	}

	URI gateway() {
		return URI.create(awaitOutput(READY));
	}

	URI sandbox() {
		return URI.create(awaitOutput(SANDBOX));
	}

	private String awaitOutput(Pattern pattern) {
		long end = System.nanoTime() + START_LIMIT.toNanos();
		while (System.nanoTime() < end) {
			Matcher matcher = pattern.matcher(out());
			if (matcher.find()) {
				return matcher.group(1);
			}
			if (ended(Duration.ofMillis(100))) {
				throw new IllegalStateException("The launcher ended: " + err());
			}
		}
		throw new IllegalStateException("The launcher did not get ready: " + out() + err());
	}

	/**
	 * Waits for its end.
	 * @return its exit status
	 */
	int exitStatus() {
		if (!ended(START_LIMIT)) {
			throw new IllegalStateException("The launcher did not end: " + out() + err());
		}
		return this.process.exitValue();
	}

	/**
	 * Asks it to end, as Ctrl-C does.
	 */
	void interrupt() {
		this.process.destroy();
	}

	String out() {
		return text("out");
	}

	String err() {
		return text("err");
	}

	private String text(String name) {
		try {
			return Files.readString(this.folder.resolve(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private boolean ended(Duration limit) {
		try {
			return this.process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Ends it, and holds it to what is true of every run: it ends, and all that it read
	 * or wrote was released.
	 */
	@Override
	public void close() {
		interrupt();
		boolean ended = ended(Duration.ofSeconds(20));
		this.process.destroyForcibly();
		String err = err();
		FileSystemUtils.deleteRecursively(this.folder.toFile());
		assertThat(ended).as("ended").isTrue();
		assertThat(err).doesNotContain("LEAK:", "event executor terminated");
	}

}
