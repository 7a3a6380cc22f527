package io.tgr.sandbox.github.graphql;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a client posts.
 *
 * @param query the query
 * @param operationName which of its operations to run
 * @param variables the values of its variables
 */
record GraphqlRequest(@Nullable String query, @Nullable String operationName, @Nullable Map<String, Object> variables) {

}
