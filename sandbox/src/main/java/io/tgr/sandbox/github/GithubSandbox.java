package io.tgr.sandbox.github;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

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

	GithubSandbox(ConfigurableApplicationContext context, String address) {
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
	public static GithubSandboxBuilder builder() {
		return new GithubSandboxBuilder();
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

}
