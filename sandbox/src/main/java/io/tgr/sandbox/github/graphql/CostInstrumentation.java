package io.tgr.sandbox.github.graphql;

import java.util.List;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.analysis.QueryTraverser;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import org.jspecify.annotations.Nullable;

/**
 * Reckons what a query costs and charges it before it runs.
 */
final class CostInstrumentation extends SimplePerformantInstrumentation {

	@Override
	public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
			InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
		ExecutionContext query = parameters.getExecutionContext();
		CostVisitor visitor = new CostVisitor();
		QueryTraverser.newQueryTraverser()
			.schema(query.getGraphQLSchema())
			.document(query.getDocument())
			.operationName(query.getExecutionInput().getOperationName())
			.coercedVariables(query.getCoercedVariables())
			.build()
			.visitPreOrder(visitor);
		List<GraphQLError> errors = visitor.errors();
		if (!errors.isEmpty()) {
			throw new AbortExecutionException(errors);
		}
		Account account = query.getGraphQLContext().get(Account.class);
		if (!account.pay(visitor.cost())) {
			throw new AbortExecutionException("API rate limit exceeded");
		}
		return super.beginExecuteOperation(parameters, state);
	}

}
