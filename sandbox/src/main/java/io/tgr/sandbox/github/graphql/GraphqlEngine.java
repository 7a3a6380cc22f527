package io.tgr.sandbox.github.graphql;

import java.util.LinkedHashMap;
import java.util.Map;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import org.springframework.stereotype.Component;

/**
 * Runs queries.
 */
@Component
class GraphqlEngine {

	private final GraphQL graphql;

	GraphqlEngine(GithubSchema schema) {
		this.graphql = GraphQL.newGraphQL(schema.executable())
			.instrumentation(new CostInstrumentation())
			.defaultDataFetcherExceptionHandler(new FetchFailures())
			.build();
	}

	Map<String, Object> execute(GraphqlRequest request, Account account) {
		Map<String, Object> variables = (request.variables() != null) ? request.variables() : Map.of();
		ExecutionResult result = this.graphql
			.execute(ExecutionInput.newExecutionInput((request.query() != null) ? request.query() : "")
				.operationName(request.operationName())
				.variables(variables)
				.graphQLContext(Map.of(Account.class, account))
				.build());
		Map<String, Object> answer = new LinkedHashMap<>();
		if (result.isDataPresent()) {
			answer.put("data", result.getData());
		}
		if (!result.getErrors().isEmpty()) {
			answer.put("errors", result.getErrors().stream().map(ErrorForm::of).toList());
		}
		return answer;
	}

}
