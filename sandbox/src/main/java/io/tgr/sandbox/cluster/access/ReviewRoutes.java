package io.tgr.sandbox.cluster.access;

import java.util.function.BiConsumer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import io.tgr.sandbox.cluster.answer.ApiAnswers;
import io.tgr.sandbox.cluster.answer.ApiErrors;

/**
 * Where reviews are asked for.
 */
@Configuration(proxyBeanMethods = false)
class ReviewRoutes {

	private static final String AUTHENTICATION = "/apis/authentication.k8s.io/v1/";

	private static final String AUTHORIZATION = "/apis/authorization.k8s.io/v1/";

	private static final String UNKNOWN_FORMAT = "the body of the request was in an unknown format - accepted media"
			+ " types include: application/json";

	private final ApiAnswers answers;

	private final JsonMapper json;

	ReviewRoutes(ApiAnswers answers, JsonMapper json) {
		this.answers = answers;
		this.json = json;
	}

	// Before the routes of objects, which take every path of the API.
	@Bean
	@Order(-1)
	RouterFunction<ServerResponse> reviews(TokenReviews tokens, AccessReviews access) {
		return RouterFunctions.route()
			.POST(AUTHENTICATION + "tokenreviews", reviewed("TokenReview", (review, caller) -> tokens.review(review)))
			.POST(AUTHORIZATION + "subjectaccessreviews",
					reviewed("SubjectAccessReview", (review, caller) -> access.reviewSubject(review)))
			.POST(AUTHORIZATION + "selfsubjectaccessreviews", reviewed("SelfSubjectAccessReview", access::reviewSelf))
			.POST(AUTHORIZATION + "selfsubjectrulesreviews", reviewed("SelfSubjectRulesReview", access::reviewRules))
			.build();
	}

	private HandlerFunction<ServerResponse> reviewed(String kind, BiConsumer<ObjectNode, Account> reviewer) {
		return (request) -> request.bodyToMono(String.class).defaultIfEmpty("").flatMap((body) -> {
			ObjectNode review = read(kind, request, body);
			Account caller = (Account) request.attribute(Account.class.getName()).orElseThrow();
			reviewer.accept(review, caller);
			return this.answers.created(review);
		});
	}

	private ObjectNode read(String kind, ServerRequest request, String body) {
		boolean json = request.headers().contentType().filter(MediaType.APPLICATION_JSON::includes).isPresent();
		if (!json) {
			throw ApiErrors.of(415, "UnsupportedMediaType", UNKNOWN_FORMAT, null);
		}
		ObjectNode review = JsonNodeFactory.instance.objectNode();
		review.put("kind", kind).put("apiVersion", request.path().split("/")[2] + "/v1").putObject("metadata");
		try {
			review.set("spec", this.json.readTree(body).path("spec"));
		}
		catch (JacksonException ex) {
			throw ApiErrors.badRequest("the object provided is unrecognized (must be of type " + kind
					+ "): couldn't get version/kind; json parse error");
		}
		return review;
	}

}
