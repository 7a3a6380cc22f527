package io.tgr.sandbox.github.graphql;

import java.util.List;
import java.util.Locale;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;

/**
 * GitHub's scalars, which are all text.
 */
final class PlainText implements Coercing<String, String> {

	static List<GraphQLScalarType> scalars() {
		return List.of(scalar("DateTime"), scalar("GitObjectID"), scalar("GitTimestamp"), scalar("URI"));
	}

	private static GraphQLScalarType scalar(String name) {
		return GraphQLScalarType.newScalar().name(name).coercing(new PlainText()).build();
	}

	@Override
	public String serialize(Object value, GraphQLContext context, Locale locale) {
		return value.toString();
	}

	@Override
	public String parseValue(Object input, GraphQLContext context, Locale locale) {
		if (input instanceof String text) {
			return text;
		}
		throw new CoercingParseValueException("Could not coerce value " + input + " to String");
	}

	@Override
	public String parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
		if (input instanceof StringValue text) {
			return String.valueOf(text.getValue());
		}
		throw new CoercingParseLiteralException("Could not coerce value to String");
	}

}
