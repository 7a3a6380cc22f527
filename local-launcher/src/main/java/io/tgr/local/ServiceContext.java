package io.tgr.local;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.http.client.ReactorResourceFactory;

/**
 * Starts an application in a context that shares nothing with the others in this JVM.
 */
final class ServiceContext {

	private static final String EXCLUDE = "spring.autoconfigure.exclude";

	private final Class<?> application;

	private final Map<String, Object> properties = new HashMap<>();

	ServiceContext(Class<?> application) {
		this.application = application;
		this.properties.put("management.metrics.use-global-registry", "false");
		this.properties.put("tgr.inbound.trusted-hops", "1");
		this.properties.put("DEBUG", "False");
		this.properties.put("spring.lifecycle.timeout-per-shutdown-phase", "3s");
	}

	ServiceContext listeningOn(String address, int port) {
		return with(Map.of("server.address", address, "HOST", address, "server.port", port, "PORT", port));
	}

	ServiceContext with(Map<String, Object> more) {
		this.properties.putAll(more);
		return this;
	}

	/**
	 * Starts the application.
	 * @param wanted which auto-configurations of this class path it may have
	 * @param clock the clock it goes by
	 * @return the running context
	 */
	ConfigurableApplicationContext start(Predicate<String> wanted, Clock clock) {
		return new SpringApplicationBuilder(this.application).web(WebApplicationType.REACTIVE)
			.resourceLoader(new CodeSourceResourceLoader(this.application))
			.environment(ServiceEnvironment.of(this.properties))
			.initializers((context) -> prepare((GenericApplicationContext) context, wanted, clock))
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.registerShutdownHook(false)
			.addCommandLineProperties(false)
			.run();
	}

	static URI url(ConfigurableApplicationContext context) {
		Integer port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
		return URI.create("http://" + Settings.LOOPBACK + ":" + port);
	}

	private static void prepare(GenericApplicationContext context, Predicate<String> wanted, Clock clock) {
		switchOff(context.getEnvironment(), wanted);
		context.registerBean("localClock", Clock.class, () -> clock, (definition) -> definition.setPrimary(true));
		context.registerBean(ReactorResourceFactory.class, ServiceContext::ownResources);
	}

	private static void switchOff(ConfigurableEnvironment environment, Predicate<String> wanted) {
		Set<String> excluded = new LinkedHashSet<>(
				Set.of(environment.getProperty(EXCLUDE, String[].class, new String[0])));
		ImportCandidates.load(AutoConfiguration.class, ServiceContext.class.getClassLoader())
			.getCandidates()
			.stream()
			.filter(wanted.negate())
			.forEach(excluded::add);
		environment.getPropertySources()
			.addFirst(new MapPropertySource("switchedOff", Map.of(EXCLUDE, String.join(",", excluded))));
	}

	// Event loops and connections of its own: closing one context would stop the servers
	// of all.
	private static ReactorResourceFactory ownResources() {
		ReactorResourceFactory resources = new ReactorResourceFactory();
		resources.setUseGlobalResources(false);
		resources.setShutdownQuietPeriod(Duration.ZERO);
		return resources;
	}

}
