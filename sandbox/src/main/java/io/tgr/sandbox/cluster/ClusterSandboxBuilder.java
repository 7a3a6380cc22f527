package io.tgr.sandbox.cluster;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Says how to start a cluster sandbox. */
public final class ClusterSandboxBuilder {

	private final List<String> arguments = new ArrayList<>();

	private int port;

	private String address = "127.0.0.1";

	private @Nullable Clock clock;

	ClusterSandboxBuilder() {
	}

	/**
	 * Listen on a fixed port.
	 * @param port the port, 0 for a random one (default)
	 * @return this builder
	 */
	public ClusterSandboxBuilder port(int port) {
		this.port = port;
		return this;
	}

	/**
	 * Listen on another address.
	 * @param address an address of this machine, {@code 127.0.0.1} by default
	 * @return this builder
	 */
	public ClusterSandboxBuilder address(String address) {
		this.address = address;
		return this;
	}

	/**
	 * Take the time from another clock.
	 * @param clock the wall clock of the cluster
	 * @return this builder
	 */
	public ClusterSandboxBuilder clock(Clock clock) {
		this.clock = clock;
		return this;
	}

	/**
	 * Choose whether the cluster lives by itself. If not, it is as at the start until
	 * {@link ClusterSandbox#step()}.
	 * @param life whether it steps every second, as by default
	 * @return this builder
	 */
	public ClusterSandboxBuilder life(boolean life) {
		return with("life", life);
	}

	/**
	 * Start without anything in it but namespaces and nodes.
	 * @return this builder
	 */
	public ClusterSandboxBuilder empty() {
		return with("empty", true).life(false);
	}

	/**
	 * Choose how often a watch is told of the present version.
	 * @param period the time between two bookmarks, ten seconds by default
	 * @return this builder
	 */
	public ClusterSandboxBuilder bookmarks(Duration period) {
		return with("bookmarks", period);
	}

	/**
	 * Choose how long a watch lasts that names no time.
	 * @param timeout the time after which it ends, half an hour by default
	 * @return this builder
	 */
	public ClusterSandboxBuilder watchTimeout(Duration timeout) {
		return with("watch-timeout", timeout);
	}

	/**
	 * Choose how many changes are remembered for watches and lists that go on.
	 * @param changes the number, 2,000 by default
	 * @return this builder
	 */
	public ClusterSandboxBuilder history(int changes) {
		return with("history", changes);
	}

	/**
	 * Add plain running pods, in the namespace {@code load}.
	 * @param count how many
	 * @return this builder
	 */
	public ClusterSandboxBuilder pods(int count) {
		return with("pods", count);
	}

	/**
	 * Start it.
	 * @return the running sandbox
	 */
	public ClusterSandbox start() {
		this.arguments.add("--server.port=" + this.port);
		this.arguments.add("--server.address=" + this.address);
		SpringApplicationBuilder application = ClusterSandbox.application()
			.registerShutdownHook(false)
			.logStartupInfo(false);
		Clock chosen = this.clock;
		if (chosen != null) {
			application.initializers((target) -> target.getBeanFactory().registerSingleton("chosenClock", chosen));
		}
		return new ClusterSandbox(application.run(this.arguments.toArray(String[]::new)), this.address);
	}

	private ClusterSandboxBuilder with(String property, Object value) {
		this.arguments.add("--tgr.sandbox.cluster." + property + "=" + value);
		return this;
	}

}
