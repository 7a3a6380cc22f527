package io.tgr.trending;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Redis server on loopback that forgets everything when it stops; without one the
 * test is skipped, but not in CI.
 */
final class RedisServer implements AutoCloseable {

	private final Path program;

	private final int port;

	private @Nullable Process process;

	private RedisServer(Path program, int port) {
		this.program = program;
		this.port = port;
	}

	static RedisServer start() {
		Path program = program();
		if (!"true".equals(System.getenv("CI"))) {
			Assumptions.assumeTrue(program != null, "redis-server is not installed");
		}
		RedisServer server = new RedisServer(Objects.requireNonNull(program, "redis-server is not installed"),
				freePort());
		server.run();
		return server;
	}

	static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String url() {
		return "redis://127.0.0.1:" + this.port;
	}

	void run() {
		try {
			this.process = new ProcessBuilder(this.program.toString(), "--port", String.valueOf(this.port), "--bind",
					"127.0.0.1", "--save", "", "--appendonly", "no")
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::answers);
	}

	@Override
	public void close() {
		if (this.process != null) {
			this.process.destroyForcibly().onExit().join();
		}
	}

	private boolean answers() {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port), 500);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static @Nullable Path program() {
		return Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(":"))
			.map((folder) -> Path.of(folder, "redis-server"))
			.filter(Files::isExecutable)
			.findFirst()
			.orElse(null);
	}

}
