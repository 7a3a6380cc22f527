package io.tgr.sandbox.github;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Says how to start a sandbox. */
public final class GithubSandboxBuilder {

	private final List<String> arguments = new ArrayList<>();

	private int port;

	private String address = "127.0.0.1";

	private @Nullable Clock clock;

	GithubSandboxBuilder() {
	}

	/**
	 * Listen on a fixed port.
	 * @param port the port, 0 for a random one (default)
	 * @return this builder
	 */
	public GithubSandboxBuilder port(int port) {
		this.port = port;
		return this;
	}

	/**
	 * Listen on another address.
	 * @param address an address of this machine, {@code 127.0.0.1} by default
	 * @return this builder
	 */
	public GithubSandboxBuilder address(String address) {
		this.address = address;
		return this;
	}

	/**
	 * Pin the day instead of following the clock.
	 * @param today the sandbox's present day
	 * @return this builder
	 */
	public GithubSandboxBuilder today(LocalDate today) {
		return with("today", today);
	}

	/**
	 * Take the time from another clock.
	 * @param clock the wall clock of the sandbox
	 * @return this builder
	 */
	public GithubSandboxBuilder clock(Clock clock) {
		this.clock = clock;
		return this;
	}

	/**
	 * Switch the primary rate limits on or off.
	 * @param buckets whether they apply, on by default
	 * @return this builder
	 */
	public GithubSandboxBuilder buckets(boolean buckets) {
		return with("buckets", buckets);
	}

	/**
	 * Switch the secondary rate limits on or off.
	 * @param secondaryLimits whether they apply, on by default
	 * @return this builder
	 */
	public GithubSandboxBuilder secondaryLimits(boolean secondaryLimits) {
		return with("secondary-limits", secondaryLimits);
	}

	/**
	 * Let every answer take its time.
	 * @param latency how long every answer takes at least
	 * @return this builder
	 */
	public GithubSandboxBuilder latency(Duration latency) {
		return with("latency", latency);
	}

	/**
	 * Start it.
	 * @return the running sandbox
	 */
	public GithubSandbox start() {
		this.arguments.add("--server.port=" + this.port);
		this.arguments.add("--server.address=" + this.address);
		SpringApplicationBuilder application = GithubSandbox.application()
			.registerShutdownHook(false)
			.logStartupInfo(false);
		Clock wall = this.clock;
		if (wall != null) {
			application.initializers((target) -> target.getBeanFactory().registerSingleton("chosenClock", wall));
		}
		return new GithubSandbox(application.run(this.arguments.toArray(String[]::new)), this.address);
	}

	private GithubSandboxBuilder with(String property, Object value) {
		this.arguments.add("--tgr.sandbox.github." + property + "=" + value);
		return this;
	}

}
