package io.tgr.sandbox.github;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import io.tgr.sandbox.github.access.CallLog;
import io.tgr.sandbox.github.access.RateLimits;
import io.tgr.sandbox.github.fault.FaultRule;
import io.tgr.sandbox.github.fault.Faults;
import io.tgr.sandbox.github.fault.Latencies;

/** A running GitHub sandbox. */
public final class GithubSandbox implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private final URI url;

	private GithubSandbox(ConfigurableApplicationContext context, String address) {
		this.context = context;
		int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
		this.url = URI.create("http://" + address + ":" + port);
	}

	/**
	 * Start one on a random port of the loopback address, with all limits on.
	 * @return the running sandbox
	 */
	public static GithubSandbox start() {
		return builder().start();
	}

	/**
	 * Choose how to start one.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * The application, to run by itself.
	 * @return a builder that takes the settings as arguments
	 */
	public static SpringApplicationBuilder application() {
		return new SpringApplicationBuilder(GithubApplication.class).web(WebApplicationType.REACTIVE)
			.properties("spring.config.name=github-sandbox");
	}

	/**
	 * Where it answers.
	 * @return the root of the REST API; GraphQL is at {@code /graphql} beneath it
	 */
	public URI url() {
		return this.url;
	}

	/**
	 * Move to another day: stars are those of that day, and what was created later is
	 * gone.
	 * @param date the present day from now on
	 */
	public void today(LocalDate date) {
		bean(SandboxClock.class).moveTo(date);
	}

	/**
	 * The present day.
	 * @return the day whose stars are shown
	 */
	public LocalDate today() {
		return bean(SandboxClock.class).today();
	}

	/**
	 * Let calls fail from now on; no rule ends all trouble.
	 * @param rules what happens where and how often, instead of what was ordered before
	 */
	public void faults(FaultRule... rules) {
		bean(Faults.class).set(List.of(rules));
	}

	/**
	 * Let every answer take its time from now on.
	 * @param latency how long every answer takes at least
	 */
	public void latency(Duration latency) {
		bean(Latencies.class).clear();
		bean(Latencies.class).set("/**", latency);
	}

	/**
	 * The calls that arrived, those of the admin API apart.
	 * @return the counts since the start or the last {@link #forgetCalls()}
	 */
	public CallLog.CallCounts calls() {
		return bean(CallLog.class).counts();
	}

	/** Count calls from nought again. */
	public void forgetCalls() {
		bean(CallLog.class).reset();
	}

	/** Refill every bucket. */
	public void refill() {
		bean(RateLimits.class).reset();
	}

	@Override
	public void close() {
		this.context.close();
	}

	private <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	/** Says how to start a sandbox. */
	public static final class Builder {

		private final List<String> arguments = new ArrayList<>();

		private int port;

		private String address = "127.0.0.1";

		private @Nullable Clock clock;

		private Builder() {
		}

		/**
		 * Listen on a fixed port.
		 * @param port the port, 0 for a random one (default)
		 * @return this builder
		 */
		public Builder port(int port) {
			this.port = port;
			return this;
		}

		/**
		 * Listen on another address.
		 * @param address an address of this machine, {@code 127.0.0.1} by default
		 * @return this builder
		 */
		public Builder address(String address) {
			this.address = address;
			return this;
		}

		/**
		 * Pin the day instead of following the clock.
		 * @param today the sandbox's present day
		 * @return this builder
		 */
		public Builder today(LocalDate today) {
			return with("today", today);
		}

		/**
		 * Take the time from another clock.
		 * @param clock the wall clock of the sandbox
		 * @return this builder
		 */
		public Builder clock(Clock clock) {
			this.clock = clock;
			return this;
		}

		/**
		 * Switch the primary rate limits on or off.
		 * @param buckets whether they apply, on by default
		 * @return this builder
		 */
		public Builder buckets(boolean buckets) {
			return with("buckets", buckets);
		}

		/**
		 * Switch the secondary rate limits on or off.
		 * @param secondaryLimits whether they apply, on by default
		 * @return this builder
		 */
		public Builder secondaryLimits(boolean secondaryLimits) {
			return with("secondary-limits", secondaryLimits);
		}

		/**
		 * Let every answer take its time.
		 * @param latency how long every answer takes at least
		 * @return this builder
		 */
		public Builder latency(Duration latency) {
			return with("latency", latency);
		}

		/**
		 * Start it.
		 * @return the running sandbox
		 */
		public GithubSandbox start() {
			this.arguments.add("--server.port=" + this.port);
			this.arguments.add("--server.address=" + this.address);
			SpringApplicationBuilder application = application().registerShutdownHook(false).logStartupInfo(false);
			Clock wall = this.clock;
			if (wall != null) {
				application.initializers((target) -> target.getBeanFactory().registerSingleton("chosenClock", wall));
			}
			return new GithubSandbox(application.run(this.arguments.toArray(String[]::new)), this.address);
		}

		private Builder with(String property, Object value) {
			this.arguments.add("--tgr.sandbox.github." + property + "=" + value);
			return this;
		}

	}

}
