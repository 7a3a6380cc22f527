package io.tgr.cluster;

import java.util.LinkedHashMap;
import java.util.Map;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;
import org.springframework.web.reactive.function.server.ServerResponse;

import io.tgr.cluster.detail.PodAnswer;
import io.tgr.common.openapi.DocumentedRecords;
import io.tgr.common.web.Problem;

/**
 * What the description of the API says of every operation: who may ask, and the errors.
 */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

	private static final String BEARER = "bearer";

	@Bean
	OpenAPI description() {
		return new OpenAPI()
			.info(new Info().title("cluster-inspector-service")
				.version("1")
				.description("The pods of a Kubernetes cluster. Errors are problem details (RFC 9457).")
				.license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
			.addServersItem(new Server().url("/").description("Where this document came from"))
			.components(new Components().addSecuritySchemes(BEARER,
					new SecurityScheme().type(SecurityScheme.Type.HTTP)
						.scheme(BEARER)
						.description("A token of the cluster, such as `kubectl create token ACCOUNT` gives")))
			.addSecurityItem(new SecurityRequirement().addList(BEARER));
	}

	@Bean
	OpenApiCustomizer errors() {
		DocumentedRecords records = new DocumentedRecords(PodsAnswer.class, PodSummary.class, PodAnswer.class,
				ProblemAnswer.class);
		return (api) -> {
			api.getComponents().getSchemas().remove(ServerResponse.class.getSimpleName());
			ModelConverters.getInstance(true)
				.readAll(ProblemAnswer.class)
				.forEach((name, schema) -> api.getComponents().addSchemas(name, schema));
			api.getPaths()
				.forEach((path, item) -> item.readOperations().forEach((operation) -> addErrors(path, operation)));
			records.describe(api);
		};
	}

	private static void addErrors(String path, Operation operation) {
		boolean one = path.contains("{name}");
		add(operation, 400, "A parameter is unknown or has a value that is not allowed", "invalid-parameter",
				"Parameter 'limit' cannot be '0', allowed: a whole number from 1 to 5000");
		add(operation, 401, "There is no bearer token, or the API server does not accept it", "unauthenticated",
				"A bearer token of the cluster is needed: Authorization: Bearer TOKEN");
		add(operation, 403,
				"The caller may not see these pods (`not-allowed`), or this service's own account may not (`inspector-not-allowed`): `verb`, `resource` and `namespace` are the missing right, and `role` would give it",
				"not-allowed", "'jane' may not list pods in namespace shop.");
		if (one) {
			add(operation, 404, "There is no such pod, which only those learn who may see it", "pod-not-found",
					"There is no pod 'web-1' in namespace 'shop'.");
		}
		add(operation, 406, "There is no such representation: the header `Accept` of the answer says which there are",
				"not-acceptable", "Acceptable representations: [application/json].");
		if (path.equals("/pods")) {
			add(operation, 410, "`continue` is too old, or of another process: begin again", "continue-expired",
					"The last page is 301 seconds old, more than 300; ask again without 'continue'.");
		}
		add(operation, 429, "The client asks too often; `Retry-After` says when to ask again", "too-many-requests",
				"This client asks more often than it may.");
		add(operation, 503,
				"The Kubernetes API gives no answer and nothing is known yet (`cluster-unavailable`), or as many big answers (`overloaded`) or streams (`too-many-streams`) are open as may be; `Retry-After` says when to ask again",
				"cluster-unavailable", "The pods have not been listed yet.");
	}

	private static void add(Operation operation, int status, String description, String slug, String detail) {
		Map<String, Object> example = new LinkedHashMap<>();
		example.put("type", Problem.TYPE_PREFIX + slug);
		example.put("title", StringUtils.capitalize(slug.replace('-', ' ')));
		example.put("status", status);
		example.put("detail", detail);
		example.put("instance", "/pods");
		MediaType problem = new MediaType().schema(new Schema<>().$ref(ProblemAnswer.class.getSimpleName()));
		problem.addExamples(slug, new Example().value(example));
		operation.getResponses()
			.addApiResponse(String.valueOf(status), new ApiResponse().description(description)
				.content(new Content().addMediaType("application/problem+json", problem)));
	}

}
