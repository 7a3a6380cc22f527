package io.tgr.sandbox.github.graphql;

import java.util.LinkedList;
import java.util.List;
import java.util.Map;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.analysis.QueryVisitorFieldEnvironment;
import graphql.language.Field;
import graphql.language.SourceLocation;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * An error in GitHub's form, which carries its type beside the message.
 *
 * @param type GitHub's word for it
 * @param path where in the answer; null when it concerns all of it
 * @param location where in the query
 * @param message what is wrong
 */
record GithubGraphqlError(String type, @Nullable List<Object> path, @Nullable SourceLocation location,
		String message) implements GraphQLError {

	static GithubGraphqlError of(String type, String message) {
		return new GithubGraphqlError(type, null, null, message);
	}

	static GithubGraphqlError at(DataFetchingEnvironment field, String type, String message) {
		return new GithubGraphqlError(type, field.getExecutionStepInfo().getPath().toList(),
				field.getField().getSourceLocation(), message);
	}

	static GithubGraphqlError at(QueryVisitorFieldEnvironment field, String type, String message) {
		LinkedList<Object> path = new LinkedList<>();
		QueryVisitorFieldEnvironment above = field;
		while (above != null) {
			path.addFirst(name(above.getField()));
			above = above.getParentEnvironment();
		}
		return new GithubGraphqlError(type, path, field.getField().getSourceLocation(), message);
	}

	private static String name(Field field) {
		return (field.getAlias() != null) ? field.getAlias() : field.getName();
	}

	@Override
	public String getMessage() {
		return this.message;
	}

	@Override
	public @Nullable List<SourceLocation> getLocations() {
		return (this.location != null) ? List.of(this.location) : null;
	}

	@Override
	public @Nullable List<Object> getPath() {
		return this.path;
	}

	@Override
	public ErrorClassification getErrorType() {
		return ErrorType.DataFetchingException;
	}

	@Override
	public Map<String, Object> toSpecification() {
		return ErrorForm.of(this.type, this.path, getLocations(), this.message);
	}

}
