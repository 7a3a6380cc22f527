package io.tgr.local.gateway;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/**
 * The gateway of the launcher.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(UpstreamProperties.class)
public class GatewayApplication {

	private static final String GATEWAY = "spring.cloud.gateway.server.webflux.";

	/**
	 * What makes this gateway an Ambassador and nothing more.
	 */
	public static final Map<String, Object> PROPERTIES = Map.of(GATEWAY + "global-filter.route-to-request-url.enabled",
			"false", GATEWAY + "streaming-media-types", "text/event-stream,application/x-ndjson",
			GATEWAY + "httpclient.pool.metrics", "false", "spring.web.resources.add-mappings", "false");

	/**
	 * The auto-configurations that a gateway needs: the web server and its own; nothing
	 * of the services, no actuator, no API documents.
	 */
	public static final Predicate<String> AUTO_CONFIGURATIONS = (
			name) -> name.startsWith("org.springframework.cloud.gateway.") || name
				.matches("org\\.springframework\\.boot\\.(autoconfigure|webflux|web|reactor|netty|http|jackson)\\..*");

	/**
	 * Says where the services are.
	 * @param running the base URL of each service, by the name that Mappings have for it
	 * @return the properties of the gateway that say so
	 */
	public static Map<String, Object> upstreams(Map<String, URI> running) {
		Map<String, Object> properties = new HashMap<>();
		running.forEach((service, url) -> properties.put("tgr.gateway.upstreams." + service, url));
		return properties;
	}

	@Bean
	List<Mapping> mappings() throws IOException {
		return new MappingManifests(GatewayApplication.class.getClassLoader()).read();
	}

	@Bean
	MappingRouteLocator mappingRouteLocator(List<Mapping> mappings, UpstreamProperties upstreams) {
		return new MappingRouteLocator(mappings, upstreams);
	}

	@Bean
	RequestIdentityWebFilter requestIdentityWebFilter() {
		return new RequestIdentityWebFilter(new Random());
	}

	@Bean
	PreflightWebFilter preflightWebFilter() {
		return new PreflightWebFilter();
	}

	@Bean
	EdgeHeadersFilter edgeHeadersFilter() {
		return new EdgeHeadersFilter();
	}

	@Bean
	GatewayProblemHandler gatewayProblemHandler(JsonMapper mapper) {
		return new GatewayProblemHandler(mapper);
	}

}
