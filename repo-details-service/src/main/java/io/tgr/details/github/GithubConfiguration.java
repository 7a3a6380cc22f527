package io.tgr.details.github;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.common.github.GithubBudget;
import io.tgr.common.github.GithubWebClient;
import io.tgr.common.resilience.NeighbourFactory;
import io.tgr.details.RepositorySource;

/**
 * Puts the way to GitHub together.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UpstreamProperties.class)
class GithubConfiguration {

	@Bean
	CallPermits callPermits(UpstreamProperties properties, MeterRegistry meters) {
		return new CallPermits(properties, meters);
	}

	@Bean
	RepositorySource repositorySource(GithubWebClient github, NeighbourFactory neighbours, GithubBudget budget,
			CallPermits permits, UpstreamProperties properties, JsonMapper json) {
		HttpServiceProxyFactory proxies = HttpServiceProxyFactory.builderFor(WebClientAdapter.create(github.client()))
			.build();
		OverviewCalls overviews = new OverviewCalls(proxies.createClient(GraphqlApi.class), github.graphqlUrl(),
				neighbours.neighbour("github-graphql"), permits);
		return new GithubRepositories(proxies.createClient(RepositoryApi.class), overviews,
				neighbours.neighbour("github"), budget, permits, properties, json);
	}

}
