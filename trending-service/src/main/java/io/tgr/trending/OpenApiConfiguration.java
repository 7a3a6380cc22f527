package io.tgr.trending;

import java.util.List;
import java.util.Set;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the description of the API says of every operation: the errors, all of one shape.
 */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

	private static final String PROBLEM = "Problem";

	@Bean
	OpenAPI description() {
		return new OpenAPI().info(new Info().title("trending-service")
			.version("1")
			.description(
					"What is trending on GitHub: found by search, measured by star history, ranked by a published formula.")
			.license(new License().name("Apache-2.0").identifier("Apache-2.0")))
			.servers(List.of(new Server().url("/")))
			.components(new Components().addSchemas(PROBLEM, problem()));
	}

	@Bean
	OpenApiCustomizer errors() {
		return (api) -> api.getPaths()
			.values()
			.forEach((path) -> path.readOperations().forEach(OpenApiConfiguration::addErrors));
	}

	private static void addErrors(Operation operation) {
		ApiResponses responses = operation.getResponses();
		responses.addApiResponse("304", new ApiResponse().description("The client has this answer: If-None-Match"));
		responses.addApiResponse("400", error(
				"A parameter is unknown, repeated or cannot be used: parameter, value, allowed and nearest say which"));
		responses.addApiResponse("406", error("None of the media types that are accepted is given"));
		responses.addApiResponse("429", error("This client asks too often: Retry-After says when to come back"));
		if (!responses.containsKey("503")) {
			responses.addApiResponse("503",
					error("Nothing is known yet, or there is too much to do: Retry-After says when to come back"));
		}
	}

	private static ApiResponse error(String description) {
		return new ApiResponse().description(description)
			.content(new Content().addMediaType("application/problem+json",
					new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
	}

	private static Schema<?> problem() {
		Schema<?> problem = new Schema<>();
		problem.required(List.of("type", "title", "status", "detail", "instance"));
		problem.types(Set.of("object"))
			.description("Problem details by RFC 9457")
			.addProperty("type", text("urn:tgr:problem:...", "string"))
			.addProperty("title", text("The kind of problem", "string"))
			.addProperty("status", text("The status", "integer"))
			.addProperty("detail", text("What happened here", "string"))
			.addProperty("instance", text("The path asked for", "string"))
			.addProperty("parameter", text("The parameter at fault", "string"))
			.addProperty("value", text("Its value", "string"))
			.addProperty("allowed", text("What is allowed", "string"))
			.addProperty("nearest", text("What may have been meant", "array").items(text("A name", "string")));
		return problem;
	}

	private static Schema<?> text(String description, String type) {
		return new Schema<>().types(Set.of(type)).description(description);
	}

}
