package io.tgr.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The launcher's jar as a process of its own, on its sandbox and its usual ports, and a
 * plain HTTP client to it.
 */
final class LauncherProcess implements AutoCloseable {

	static final URI GATEWAY = URI.create("http://127.0.0.1:8080");

	static final URI TRENDING = URI.create("http://127.0.0.1:8081");

	static final URI SANDBOX = URI.create("http://127.0.0.1:8090");

	private static final Duration START_LIMIT = Duration.ofMinutes(2);

	private static final Duration SWEEP_LIMIT = Duration.ofMinutes(30);

	private final JsonMapper mapper = JsonMapper.builder().build();

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final Process process;

	private LauncherProcess(Process process) {
		this.process = process;
	}

	static LauncherProcess start() throws IOException, InterruptedException {
		Path jar = Path.of("local-launcher", "target", "tgr.jar");
		if (!Files.exists(jar)) {
			throw new IllegalStateException(jar + " is missing: package first, and run from the project's root");
		}
		Path java = Path.of(System.getProperty("java.home"), "bin", "java");
		ProcessBuilder command = new ProcessBuilder(java.toString(), "-jar", jar.toString());
		command.redirectErrorStream(true).redirectOutput(Path.of("benchmarks", "target", "launcher.log").toFile());
		LauncherProcess launcher = new LauncherProcess(command.start());
		launcher.await("the gateway", START_LIMIT,
				() -> launcher.get(GATEWAY.resolve("/languages")).statusCode() == 200);
		return launcher;
	}

	/**
	 * Waits until the services have made all searches and measurements that they make
	 * after a start: no call reaches the sandbox for a while.
	 */
	void awaitFirstSweep() throws InterruptedException {
		long[] last = { -1, System.nanoTime() };
		await("the first sweep", SWEEP_LIMIT, () -> {
			long calls = json(SANDBOX.resolve("/_sandbox/calls")).path("total").asLong();
			if (calls != last[0]) {
				last[0] = calls;
				last[1] = System.nanoTime();
			}
			return System.nanoTime() - last[1] > Duration.ofSeconds(75).toNanos();
		});
	}

	HttpResponse<byte[]> get(URI uri) throws IOException, InterruptedException {
		return this.http.send(HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build(),
				HttpResponse.BodyHandlers.ofByteArray());
	}

	JsonNode json(URI uri) throws IOException, InterruptedException {
		HttpResponse<byte[]> response = get(uri);
		if (response.statusCode() != 200) {
			throw new IOException(uri + " answered " + response.statusCode() + ": " + new String(response.body()));
		}
		return this.mapper.readTree(response.body());
	}

	void send(String method, URI uri, String body) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(uri)
			.header("Content-Type", "application/json")
			.method(method, HttpRequest.BodyPublishers.ofString(body))
			.build();
		int status = this.http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
		if (status >= 300) {
			throw new IOException(method + " " + uri + " answered " + status);
		}
	}

	private void await(String what, Duration limit, Condition condition) throws InterruptedException {
		long end = System.nanoTime() + limit.toNanos();
		while (System.nanoTime() < end) {
			try {
				if (condition.holds()) {
					return;
				}
			}
			catch (IOException ex) {
				if (!this.process.isAlive()) {
					throw new IllegalStateException("The launcher ended; see benchmarks/target/launcher.log", ex);
				}
			}
			TimeUnit.MILLISECONDS.sleep(250);
		}
		throw new IllegalStateException("Waited " + limit + " for " + what);
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
