package io.tgr.sandbox.github.graphql;

import java.util.ArrayList;
import java.util.List;

import graphql.GraphQLError;
import graphql.analysis.QueryVisitorFieldEnvironment;
import graphql.analysis.QueryVisitorStub;
import graphql.language.Field;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what each connection costs, and notes those that ask too much.
 */
final class CostVisitor extends QueryVisitorStub {

	private static final int LARGEST_PAGE = 100;

	private static final long MOST_NODES = 500_000;

	private final List<GraphQLError> errors = new ArrayList<>();

	private QueryCost cost = new QueryCost(0, 0);

	QueryCost cost() {
		return this.cost;
	}

	List<GraphQLError> errors() {
		if (this.errors.isEmpty() && this.cost.nodes() > MOST_NODES) {
			return List.of(GithubGraphqlError.of("MAX_NODE_LIMIT_EXCEEDED",
					String.format(
							"This query requests up to %,d possible nodes which exceeds the maximum limit of 500,000.",
							this.cost.nodes())));
		}
		return this.errors;
	}

	@Override
	public void visitField(QueryVisitorFieldEnvironment field) {
		if (!Paging.connection(field)) {
			return;
		}
		Integer bound = Paging.bound(field);
		long parents = Paging.parents(field);
		this.cost = this.cost.plus(parents, parents * ((bound != null) ? bound : 0));
		String problem = problem(field, bound);
		if (problem != null) {
			String type = (bound != null) ? "EXCESSIVE_PAGINATION" : "MISSING_PAGINATION_BOUNDARIES";
			this.errors.add(GithubGraphqlError.at(field, type, problem));
		}
	}

	private static @Nullable String problem(QueryVisitorFieldEnvironment field, @Nullable Integer bound) {
		String name = field.getFieldDefinition().getName();
		if (bound == null) {
			return lists(field)
					? "You must provide a `first` or `last` value to properly paginate the `" + name + "` connection."
					: null;
		}
		String argument = (field.getArguments().get("first") != null) ? "first" : "last";
		return (bound > LARGEST_PAGE) ? "Requesting " + bound + " records on the `" + name
				+ "` connection exceeds the `" + argument + "` limit of 100 records." : null;
	}

	private static boolean lists(QueryVisitorFieldEnvironment field) {
		return field.getField()
			.getSelectionSet()
			.getSelectionsOfType(Field.class)
			.stream()
			.anyMatch((selected) -> selected.getName().equals("nodes") || selected.getName().equals("edges"));
	}

}
