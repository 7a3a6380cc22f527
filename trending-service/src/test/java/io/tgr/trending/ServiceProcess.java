package io.tgr.trending;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.awaitility.Awaitility;

/**
 * The service in a process of its own, so that it can be killed.
 */
final class ServiceProcess implements AutoCloseable {

	private final Process process;

	private final ApiClient client;

	private ServiceProcess(Process process, int port) {
		this.process = process;
		this.client = new ApiClient(port);
	}

	static ServiceProcess start(Path log, List<String> arguments) {
		int port = RedisServer.freePort();
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
						"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
						TrendingServiceApplication.class.getName(), "--server.port=" + port));
		command.addAll(arguments);
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
				.directory(new File(System.getProperty("user.dir")))
				.start();
			ServiceProcess service = new ServiceProcess(process, port);
			Awaitility.await("ready, see " + log).atMost(Duration.ofSeconds(120)).until(service::isReady);
			return service;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	ApiClient client() {
		return this.client;
	}

	/**
	 * As {@code kill -9} does.
	 */
	@Override
	public void close() {
		this.process.destroyForcibly().onExit().join();
	}

	private boolean isReady() {
		if (!this.process.isAlive()) {
			throw new IllegalStateException("It ended with " + this.process.exitValue());
		}
		try {
			return this.client.get("/actuator/health/readiness").get("status").asString().equals("UP");
		}
		catch (RuntimeException | AssertionError ex) {
			return false;
		}
	}

}
