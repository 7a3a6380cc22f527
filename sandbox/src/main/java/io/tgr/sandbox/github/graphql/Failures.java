package io.tgr.sandbox.github.graphql;

import java.util.ArrayList;
import java.util.List;

import graphql.GraphQLError;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import io.tgr.sandbox.github.fault.GithubError;

/**
 * Fields that fail in GitHub's words.
 */
final class Failures {

	private Failures() {
	}

	static String noRepository(String fullName) {
		return "Could not resolve to a Repository with the name '" + fullName + "'.";
	}

	static String noNode(@Nullable String id) {
		return "Could not resolve to a node with the global id of '" + id + "'";
	}

	static Object notFound(DataFetchingEnvironment environment, String message) {
		return result(GithubGraphqlError.at(environment, "NOT_FOUND", message));
	}

	static GraphQLError missing(DataFetchingEnvironment environment, int index, String id) {
		List<Object> path = new ArrayList<>(environment.getExecutionStepInfo().getPath().toList());
		path.add(index);
		return new GithubGraphqlError("NOT_FOUND", path, environment.getField().getSourceLocation(), noNode(id));
	}

	// An error that was ordered, as if this field had made it.
	static Object of(DataFetchingEnvironment environment, GithubError error) {
		JsonNode recorded = (error.body() != null) ? error.body().path("errors").path(0) : null;
		String type = (recorded != null) ? recorded.path("type").asString("UNKNOWN") : "UNKNOWN";
		if (type.equals("NOT_FOUND")) {
			return notFound(environment, message(environment));
		}
		String message = (recorded != null) ? recorded.path("message").asString("") : "";
		return result(GithubGraphqlError.at(environment, type, message));
	}

	private static String message(DataFetchingEnvironment environment) {
		if (environment.getField().getName().equals("repository")) {
			return noRepository(environment.getArgument("owner") + "/" + environment.getArgument("name"));
		}
		return noNode(environment.getArgument("id"));
	}

	private static Object result(GraphQLError error) {
		return DataFetcherResult.newResult().error(error).build();
	}

}
