package io.tgr.common.store;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A real Redis of a test, on a port of its own, without persistence. */
public final class RedisServer implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final int port;

	private final @Nullable String password;

	private @Nullable Process process;

	private RedisServer(int port, @Nullable String password) {
		this.port = port;
		this.password = password;
	}

	public static RedisServer start() {
		return start(null);
	}

	public static RedisServer start(@Nullable String password) {
		boolean there = Stream.of(System.getenv("PATH").split(File.pathSeparator))
			.anyMatch((directory) -> Files.isExecutable(Path.of(directory, "redis-server")));
		if ("true".equals(System.getenv("CI"))) {
			assertThat(there).as("redis-server is installed").isTrue();
		}
		Assumptions.assumeTrue(there, "redis-server is not installed: apt-get install redis-server");
		RedisServer server = new RedisServer(freePort(), password);
		server.startAgain();
		return server;
	}

	public String url() {
		return "redis://127.0.0.1:" + this.port;
	}

	public void startAgain() {
		try {
			ProcessBuilder builder = new ProcessBuilder("redis-server", "--port", String.valueOf(this.port), "--bind",
					"127.0.0.1", "--save", "", "--appendonly", "no", "--daemonize", "no");
			if (this.password != null) {
				builder.command().addAll(List.of("--requirepass", this.password));
			}
			this.process = builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		await().atMost(PATIENCE).until(this::accepts);
	}

	public void kill() {
		if (this.process != null) {
			this.process.destroyForcibly();
			await().atMost(PATIENCE).until(() -> this.process != null && !this.process.isAlive());
		}
	}

	/** Stops it as if the network were gone: connections stay, nothing answers. */
	public void freeze() {
		signal("-STOP");
	}

	public void thaw() {
		signal("-CONT");
	}

	/** Tells it a command, as its operator would. */
	public void tell(String command) {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
			assertThat(socket.getInputStream().read()).as(command).isNotEqualTo('-');
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		kill();
	}

	RedisStore store(String service, Clock clock, Map<String, String> settings) {
		MapConfigurationPropertySource source = new MapConfigurationPropertySource();
		source.put("tgr.store.redis.url", url());
		source.put("tgr.store.redis.timeout", "2s");
		settings.forEach(source::put);
		StoreProperties properties = new Binder(source).bindOrCreate("tgr.store", StoreProperties.class);
		RedisStore store = new RedisStore(RedisAddress.of(properties.redis()), properties,
				new StoreOwner(service, "api.github.com"), clock, new StoreMetrics(new SimpleMeterRegistry(), "redis"));
		store.start();
		return store;
	}

	/** A store as a replica has it. */
	public ScriptedStore replica(Clock clock) {
		return store("replicated", clock, Map.of("tgr.store.redis.timeout", "700ms"));
	}

	/** Ends a replica. */
	public static void end(KeyValueStore store) {
		((ManagedStore) store).stop();
	}

	private void signal(String signal) {
		try {
			assertThat(this.process).isNotNull();
			new ProcessBuilder("kill", signal, String.valueOf(this.process.pid())).start().waitFor(5, TimeUnit.SECONDS);
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private boolean accepts() {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			return socket.isConnected();
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
