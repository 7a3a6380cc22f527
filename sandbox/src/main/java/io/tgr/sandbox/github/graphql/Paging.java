package io.tgr.sandbox.github.graphql;

import java.util.List;
import java.util.Map;

import graphql.analysis.QueryVisitorFieldEnvironment;
import graphql.schema.GraphQLTypeUtil;
import org.jspecify.annotations.Nullable;

/**
 * How a field of a query multiplies what is below it.
 */
final class Paging {

	private Paging() {
	}

	static boolean connection(QueryVisitorFieldEnvironment field) {
		return GraphQLTypeUtil.unwrapAll(field.getFieldDefinition().getType()).getName().endsWith("Connection");
	}

	// How many nodes a connection asks for; null when it does not say.
	static @Nullable Integer bound(QueryVisitorFieldEnvironment field) {
		Map<String, Object> arguments = field.getArguments();
		Object bound = (arguments.get("first") != null) ? arguments.get("first") : arguments.get("last");
		return (bound instanceof Integer number) ? number : null;
	}

	// How many objects there may be above a field.
	static long parents(QueryVisitorFieldEnvironment field) {
		long parents = 1;
		QueryVisitorFieldEnvironment above = field.getParentEnvironment();
		while (above != null) {
			parents *= fan(above);
			above = above.getParentEnvironment();
		}
		return parents;
	}

	private static long fan(QueryVisitorFieldEnvironment field) {
		if (connection(field)) {
			Integer bound = bound(field);
			return (bound != null) ? Math.max(1, bound) : 1;
		}
		return (field.getArguments().get("ids") instanceof List<?> ids) ? Math.max(1, ids.size()) : 1;
	}

}
