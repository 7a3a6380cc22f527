package io.tgr.trending.github;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

import io.tgr.common.github.GithubWebClient;
import io.tgr.common.resilience.NeighbourFactory;

/**
 * Binds the search endpoint to the GitHub transport.
 */
@Configuration(proxyBeanMethods = false)
class GithubSearchConfiguration {

	@Bean
	GithubSearch githubSearch(GithubWebClient github, NeighbourFactory neighbours, Clock clock) {
		SearchEndpoint endpoint = HttpServiceProxyFactory.builderFor(WebClientAdapter.create(github.client()))
			.build()
			.createClient(SearchEndpoint.class);
		return new GithubSearch(endpoint, neighbours.neighbour("github"), clock);
	}

}
