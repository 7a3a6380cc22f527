package io.tgr.details;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.tgr.common.openapi.DocumentedRecords;

/**
 * Beans of this service that are not its own types.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DetailsProperties.class)
class DetailsConfiguration {

	@Bean
	OpenAPI openApi() {
		return new OpenAPI()
			.info(new Info().title("repo-details-service")
				.version("1")
				.description("Everything about GitHub repositories. Errors are problem details (RFC 9457).")
				.license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
			.addServersItem(new Server().url("/").description("Where this document came from"));
	}

	@Bean
	OpenApiCustomizer documentedRecords() {
		return new DocumentedRecords(RepositoryDetails.class, RepositoryStars.class, BatchAnswer.class,
				QuotaAnswer.class, ProblemAnswer.class)::describe;
	}

}
