package io.tgr.trending.details;

import java.time.Clock;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

import io.tgr.common.resilience.NeighbourFactory;

/**
 * Binds the endpoints of repo-details to a client.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DetailsProperties.class)
class DetailsConfiguration {

	@Bean
	RepoDetails repoDetails(WebClient.Builder builder, DetailsProperties properties, NeighbourFactory neighbours,
			Clock clock) {
		int maxAnswer = Math.toIntExact(properties.detailsMaxAnswer().toBytes());
		WebClient client = builder.baseUrl(properties.detailsUrl().toString())
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(maxAnswer))
			.filter(new BackgroundPatience())
			.build();
		DetailsEndpoint endpoint = HttpServiceProxyFactory.builderFor(WebClientAdapter.create(client))
			.build()
			.createClient(DetailsEndpoint.class);
		return new HttpRepoDetails(endpoint, neighbours.neighbour("repo-details"),
				neighbours.neighbour("repo-details-background"), properties, clock);
	}

}
