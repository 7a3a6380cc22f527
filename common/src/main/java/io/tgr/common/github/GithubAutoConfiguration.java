package io.tgr.common.github;

import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.web.reactive.function.client.WebClient;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.common.http.OutboundHttpAutoConfiguration;
import io.tgr.common.store.KeyValueStore;
import io.tgr.common.store.ScriptedStore;
import io.tgr.common.store.StoreAutoConfiguration;

/**
 * Configures the GitHub transport, unless {@code tgr.github.enabled} is {@code false} or
 * the application brings its own.
 */
@AutoConfiguration(
		after = { OutboundHttpAutoConfiguration.class, StoreAutoConfiguration.class, WebClientAutoConfiguration.class },
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnBooleanProperty(name = "tgr.github.enabled", matchIfMissing = true)
@ConditionalOnBean(WebClient.Builder.class)
@ConditionalOnMissingBean(GithubWebClient.class)
@EnableConfigurationProperties(GithubProperties.class)
public final class GithubAutoConfiguration {

	@Bean
	GithubConnection githubConnection(GithubProperties properties, ObjectProvider<ReactorResourceFactory> resources) {
		return new GithubConnection(properties, resources.getIfUnique());
	}

	@Bean
	AnswerStore githubAnswerStore(ObjectProvider<KeyValueStore> store, GithubProperties properties, Clock clock,
			ObjectProvider<MeterRegistry> registry) {
		return new AnswerStore(store.getIfAvailable(), properties, clock,
				registry.getIfAvailable(CompositeMeterRegistry::new));
	}

	// Which one it is is decided here, since images freeze conditions.
	@Bean
	Ledger githubLedger(ObjectProvider<KeyValueStore> store, GithubProperties properties, Clock clock,
			ObjectProvider<MeterRegistry> registry) {
		return (store.getIfAvailable() instanceof ScriptedStore shared)
				? new SharedLedger(shared, properties, clock, registry.getIfAvailable(CompositeMeterRegistry::new))
				: Ledger.local(properties, clock);
	}

	@Bean
	GithubTransport githubWebClient(WebClient.Builder builder, GithubConnection connection, GithubProperties properties,
			ObjectProvider<JsonMapper> mapper, ObjectProvider<MeterRegistry> registry, Clock clock, AnswerStore answers,
			Ledger ledger) {
		return new GithubTransport(builder.clientConnector(connection.connector()), properties,
				mapper.getIfAvailable(JsonMapper::shared), registry.getIfAvailable(CompositeMeterRegistry::new), clock,
				answers, ledger);
	}

	@Bean
	@ConditionalOnMissingBean(GithubBudget.class)
	RateLimitBudget githubBudget(GithubTransport transport) {
		return transport.budget();
	}

	@Bean
	@ConditionalOnBooleanProperty(name = "tgr.github.check-on-start", matchIfMissing = true)
	GithubCheck githubCheck(GithubTransport transport) {
		return new GithubCheck(transport);
	}

}
