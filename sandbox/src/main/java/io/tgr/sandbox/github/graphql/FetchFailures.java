package io.tgr.sandbox.github.graphql;

import java.util.concurrent.CompletableFuture;

import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;

/**
 * Words what goes wrong while a field is fetched.
 */
final class FetchFailures implements DataFetcherExceptionHandler {

	@Override
	public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
			DataFetcherExceptionHandlerParameters parameters) {
		Throwable cause = parameters.getException();
		if (!(cause instanceof InvalidCursorException)) {
			return CompletableFuture.failedFuture(cause);
		}
		GithubGraphqlError error = GithubGraphqlError.at(parameters.getDataFetchingEnvironment(),
				"INVALID_CURSOR_ARGUMENTS", String.valueOf(cause.getMessage()));
		return CompletableFuture.completedFuture(DataFetcherExceptionHandlerResult.newResult(error).build());
	}

}
