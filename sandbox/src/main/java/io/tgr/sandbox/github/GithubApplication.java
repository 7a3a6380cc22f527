package io.tgr.sandbox.github;

import java.time.Clock;
import java.time.Duration;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;

import io.tgr.sandbox.github.catalogue.Catalogue;
import io.tgr.sandbox.github.catalogue.Languages;

/**
 * The web application of the GitHub sandbox. It names the auto-configurations it wants,
 * so that nothing else on a wider class path (a service under test, the launcher) joins
 * in.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EnableConfigurationProperties(GithubSandboxProperties.class)
@ImportAutoConfiguration({ PropertyPlaceholderAutoConfiguration.class, ConfigurationPropertiesAutoConfiguration.class,
		JacksonAutoConfiguration.class, CodecsAutoConfiguration.class, HttpHandlerAutoConfiguration.class,
		WebFluxAutoConfiguration.class, NettyReactiveWebServerAutoConfiguration.class })
class GithubApplication {

	// The wall clock, in which limits count; SandboxClock has the sandbox's day.
	@Bean
	@ConditionalOnMissingBean
	Clock wallClock() {
		return Clock.systemUTC();
	}

	@Bean
	SandboxClock sandboxClock(Clock clock, GithubSandboxProperties properties) {
		return new SandboxClock(clock, properties.today());
	}

	@Bean
	Catalogue catalogue(SandboxClock clock) {
		return Catalogue.open(clock::today);
	}

	@Bean
	Languages languages() {
		return Languages.read();
	}

	@Bean
	ReactorResourceFactory reactorResourceFactory() {
		ReactorResourceFactory factory = new ReactorResourceFactory();
		factory.setUseGlobalResources(false);
		factory.setShutdownQuietPeriod(Duration.ZERO);
		return factory;
	}

}
