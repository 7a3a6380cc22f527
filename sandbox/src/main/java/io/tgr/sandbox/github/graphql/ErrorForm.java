package io.tgr.sandbox.github.graphql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import graphql.GraphQLError;
import graphql.InvalidSyntaxError;
import graphql.language.SourceLocation;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import org.jspecify.annotations.Nullable;

/**
 * The forms in which GitHub words what graphql-java finds wrong with a query.
 */
final class ErrorForm {

	private static final Pattern UNDEFINED = Pattern.compile("Field '(\\w+)' in type '(\\w+)' is undefined");

	private static final Pattern PREFIX = Pattern.compile("^Validation error \\(.*?\\) : ");

	private ErrorForm() {
	}

	static Map<String, Object> of(GraphQLError error) {
		if (error instanceof GithubGraphqlError own) {
			return own.toSpecification();
		}
		if (error instanceof ValidationError invalid) {
			return invalid(invalid);
		}
		String message = error.getMessage();
		if (error instanceof InvalidSyntaxError syntax) {
			message = "Parse error on \"" + syntax.getOffendingToken() + "\"";
		}
		return of(null, error.getPath(), error.getLocations(), message);
	}

	static Map<String, Object> of(@Nullable String type, @Nullable List<Object> path,
			@Nullable List<SourceLocation> locations, String message) {
		Map<String, Object> form = new LinkedHashMap<>();
		if (type != null) {
			form.put("type", type);
		}
		if (path != null) {
			form.put("path", path);
		}
		if (locations != null) {
			form.put("locations", locations(locations));
		}
		form.put("message", message);
		return form;
	}

	private static Map<String, Object> invalid(ValidationError error) {
		Map<String, Object> form = new LinkedHashMap<>();
		Matcher undefined = UNDEFINED.matcher(error.getMessage());
		List<Object> path = new ArrayList<>(List.of("query"));
		if (error.getQueryPath() != null) {
			path.addAll(error.getQueryPath());
		}
		form.put("path", path);
		if (error.getValidationErrorType() == ValidationErrorType.FieldUndefined && undefined.find()) {
			form.put("extensions",
					Map.of("code", "undefinedField", "typeName", undefined.group(2), "fieldName", undefined.group(1)));
			form.put("locations", locations(error.getLocations()));
			form.put("message",
					"Field '" + undefined.group(1) + "' doesn't exist on type '" + undefined.group(2) + "'");
			return form;
		}
		form.put("locations", locations(error.getLocations()));
		form.put("message", PREFIX.matcher(error.getMessage()).replaceFirst(""));
		return form;
	}

	private static List<Map<String, Integer>> locations(@Nullable List<SourceLocation> locations) {
		List<SourceLocation> known = (locations != null) ? locations : List.of();
		return known.stream().map(ErrorForm::location).toList();
	}

	private static Map<String, Integer> location(SourceLocation at) {
		Map<String, Integer> location = new LinkedHashMap<>();
		location.put("line", at.getLine());
		location.put("column", at.getColumn());
		return location;
	}

}
