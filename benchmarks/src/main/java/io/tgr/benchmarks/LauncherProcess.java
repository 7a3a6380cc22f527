package io.tgr.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The launcher's jar as a process of its own, on its sandbox and on ports that are free.
 */
final class LauncherProcess implements AutoCloseable {

	private static final Duration START_LIMIT = Duration.ofMinutes(2);

	private static final Duration SWEEP_LIMIT = Duration.ofMinutes(40);

	private static final Path LOG = Path.of("benchmarks", "target", "launcher.log");

	private static final int LOG_LINES_TOLD = 5;

	private final JsonClient http = new JsonClient();

	private final LauncherAddresses addresses = LauncherAddresses.free();

	private final Process process;

	private final long started = System.nanoTime();

	private LauncherProcess() throws IOException {
		Path jar = Path.of("local-launcher", "target", "tgr.jar");
		if (!Files.exists(jar)) {
			throw new IllegalStateException(jar + " is missing: package first, and run from the project's root");
		}
		Path java = Path.of(System.getProperty("java.home"), "bin", "java");
		ProcessBuilder command = new ProcessBuilder(java.toString(), "-jar", jar.toString());
		command.environment().putAll(this.addresses.variables());
		this.process = command.redirectErrorStream(true).redirectOutput(LOG.toFile()).start();
	}

	static LauncherProcess start() throws IOException, InterruptedException {
		Files.createDirectories(LOG.getParent());
		LauncherProcess launcher = new LauncherProcess();
		try {
			launcher.await("the gateway", START_LIMIT,
					() -> launcher.http.get(launcher.gateway().resolve("/languages")).statusCode() == 200);
			return launcher;
		}
		catch (IllegalStateException | InterruptedException ex) {
			launcher.close();
			throw ex;
		}
	}

	JsonClient http() {
		return this.http;
	}

	URI gateway() {
		return this.addresses.gateway();
	}

	URI trending() {
		return this.addresses.trending();
	}

	URI sandbox() {
		return this.addresses.sandbox();
	}

	/**
	 * Waits until every language swept unasked has been swept once, as trending's metrics
	 * tell; measuring the oldest figures again never ends.
	 * @return how long after the start that was
	 */
	Duration awaitFirstSweep() throws InterruptedException {
		URI metrics = trending().resolve("/actuator/prometheus");
		await("the first sweep", SWEEP_LIMIT, () -> {
			String all = this.http.text(metrics);
			return metric("tgr_discovery_languages_swept", all) >= metric("tgr_discovery_languages", all);
		});
		return Duration.ofNanos(System.nanoTime() - this.started);
	}

	private static double metric(String name, String all) throws IOException {
		String start = name + " ";
		return all.lines()
			.filter((line) -> line.startsWith(start))
			.mapToDouble((line) -> Double.parseDouble(line.substring(start.length())))
			.findFirst()
			.orElseThrow(() -> new IOException("No metric " + name));
	}

	private void await(String what, Duration limit, Condition condition) throws InterruptedException {
		long end = System.nanoTime() + limit.toNanos();
		IOException last = null;
		while (System.nanoTime() < end) {
			if (!this.process.isAlive()) {
				throw new IllegalStateException("The launcher ended: " + lastWords(), last);
			}
			try {
				if (condition.holds()) {
					return;
				}
			}
			catch (IOException ex) {
				last = ex;
			}
			TimeUnit.MILLISECONDS.sleep(250);
		}
		throw new IllegalStateException(
				"Waited " + limit + " for " + what + "; the launcher's last words: " + lastWords(), last);
	}

	private static String lastWords() {
		try {
			List<String> lines = Files.readAllLines(LOG);
			return String.join(System.lineSeparator(),
					lines.subList(Math.max(0, lines.size() - LOG_LINES_TOLD), lines.size()));
		}
		catch (IOException ex) {
			return "see " + LOG;
		}
	}

	@Override
	public void close() {
		this.process.destroy();
		this.process.onExit()
			.orTimeout(20, TimeUnit.SECONDS)
			.exceptionally((ex) -> this.process.destroyForcibly())
			.join();
	}

	/**
	 * Something to wait for.
	 */
	private interface Condition {

		boolean holds() throws IOException, InterruptedException;

	}

}
