package io.tgr.benchmarks;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.web.server.WebFilter;
import reactor.core.scheduler.Scheduler;

/**
 * A service in a context of its own, on a faster time: its clock and the scheduler of its
 * background work go by it, and its requests slow it down.
 */
final class SimulatedService implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private SimulatedService(ConfigurableApplicationContext context) {
		this.context = context;
	}

	static SimulatedService start(Class<?> application, FastTime time, Map<String, String> variables) {
		Map<String, String> settings = new LinkedHashMap<>(variables);
		settings.put("spring.config.location", root(application));
		settings.put("spring.main.allow-bean-definition-overriding", "true");
		settings.put("management.metrics.use-global-registry", "false");
		settings.put("server.address", "127.0.0.1");
		settings.put("server.port", "0");
		settings.put("tgr.inbound.requests-per-minute", "0");
		// Measured on the wall's time; and nothing is to outlive a simulation.
		settings.put("tgr.trending.ranking.max-lag", "0s");
		settings.put("tgr.store.path", "");
		// It costs time to do nothing every second.
		settings.put("tgr.trending.discovery.tick", "3s");
		List<String> arguments = new ArrayList<>();
		settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
		return new SimulatedService(new SpringApplicationBuilder(application).web(WebApplicationType.REACTIVE)
			.initializers((context) -> prepare((GenericApplicationContext) context, time))
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.registerShutdownHook(false)
			.run(arguments.toArray(String[]::new)));
	}

	URI url() {
		return URI.create("http://127.0.0.1:" + this.context.getEnvironment().getRequiredProperty("local.server.port"));
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	private static void prepare(GenericApplicationContext context, FastTime time) {
		context.registerBean("clock", Clock.class, time::clock);
		context.registerBean("discoveryScheduler", Scheduler.class, time::scheduler);
		context.registerBean("slowDown", WebFilter.class,
				() -> (exchange, chain) -> time.during(() -> chain.filter(exchange)));
		context.getBeanFactory().addBeanPostProcessor(new NeighboursAtWork(time));
		context.registerBean(ReactorResourceFactory.class, SimulatedService::ownResources);
	}

	// Closing one context would stop the servers of all.
	private static ReactorResourceFactory ownResources() {
		ReactorResourceFactory resources = new ReactorResourceFactory();
		resources.setUseGlobalResources(false);
		resources.setShutdownQuietPeriod(Duration.ZERO);
		return resources;
	}

	// Where the application's own application.yml is: all services have one.
	private static String root(Class<?> application) {
		URL location = application.getProtectionDomain().getCodeSource().getLocation();
		try {
			return (location.getPath().endsWith("/")) ? location.toString()
					: URI.create("jar:" + location + "!/").toURL().toString();
		}
		catch (MalformedURLException ex) {
			throw new IllegalStateException("No resources at " + location, ex);
		}
	}

	@Override
	public void close() {
		this.context.close();
	}

}
