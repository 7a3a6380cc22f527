package io.tgr.benchmarks.store;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.tgr.benchmarks.ServiceUnderTest;

/**
 * trending-service's own jar as a process, with the settings of its Deployment, its
 * memory above all, and without background work.
 */
final class TrendingProcess implements AutoCloseable {

	private static final Duration LIMIT = Duration.ofMinutes(2);

	private static final Path SETTINGS = Path.of("deploy", "base", "trending-service", "config.env");

	private static final Path LOG = Path.of("benchmarks", "target", "trending.log");

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final long started = System.nanoTime();

	private final URI root;

	private final Process process;

	TrendingProcess(Map<String, String> variables) throws IOException {
		Files.createDirectories(LOG.getParent());
		int port = ServiceUnderTest.freePort();
		this.root = URI.create("http://127.0.0.1:" + port);
		ProcessBuilder command = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:+UnlockDiagnosticVMOptions", "-XX:+UseSerialGC", "-jar",
				ServiceUnderTest.jar("trending-service").toString());
		command.environment().putAll(asDeployed());
		command.environment()
			.putAll(Map.of("HOST", "127.0.0.1", "PORT", String.valueOf(port), "TGR_TRENDING_DISCOVERY_REFRESH", "false",
					"TGR_INBOUND_REQUESTS_PER_MINUTE", "0"));
		command.environment().putAll(variables);
		this.process = command.redirectErrorStream(true).redirectOutput(LOG.toFile()).start();
	}

	private static Map<String, String> asDeployed() throws IOException {
		Map<String, String> settings = new HashMap<>();
		for (String line : Files.readAllLines(SETTINGS)) {
			int equals = line.indexOf('=');
			if (!line.startsWith("#") && equals > 0) {
				settings.put(line.substring(0, equals), line.substring(equals + 1));
			}
		}
		return settings;
	}

	/**
	 * Waits until it is ready.
	 * @return how long after the start that was
	 */
	Duration awaitReady() throws InterruptedException {
		long end = this.started + LIMIT.toNanos();
		while (System.nanoTime() < end && this.process.isAlive()) {
			try {
				get("/actuator/health/readiness");
				return Duration.ofNanos(System.nanoTime() - this.started);
			}
			catch (IOException ex) {
				TimeUnit.MILLISECONDS.sleep(20);
			}
		}
		throw new IllegalStateException("trending-service is not ready, see " + LOG);
	}

	String get(String path) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(this.root.resolve(path)).timeout(Duration.ofSeconds(20)).build();
		HttpResponse<byte[]> response = this.http.send(request, HttpResponse.BodyHandlers.ofByteArray());
		String body = new String(response.body(), StandardCharsets.UTF_8);
		if (response.statusCode() != 200) {
			throw new IOException(path + " answered " + response.statusCode() + ": " + body);
		}
		return body;
	}

	long mebibytes(String name) throws IOException {
		return ServiceUnderTest.mebibytes(this.process, name);
	}

	@Override
	public void close() {
		this.process.destroy();
		this.process.onExit()
			.orTimeout(30, TimeUnit.SECONDS)
			.exceptionally((ex) -> this.process.destroyForcibly())
			.join();
	}

}
