package io.tgr.trending;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Describes the parameters that a ranking takes in every shape.
 */
@Parameter(in = ParameterIn.QUERY, name = "language",
		description = "GitHub's name of a language or an alias, in any case; repeated: any of them; absent: all",
		array = @ArraySchema(schema = @Schema(type = "string", example = "java")))
@Parameter(in = ParameterIn.QUERY, name = "window", description = "How far to look back: 1, 7 or 30 days",
		schema = @Schema(type = "string", allowableValues = { "daily", "weekly", "monthly" }, defaultValue = "daily"))
@Parameter(in = ParameterIn.QUERY, name = "sort", description = "What rows are ordered by, the largest first",
		schema = @Schema(type = "string", allowableValues = { "score", "gained", "growth", "stars", "forks" },
				defaultValue = "score"))
@Parameter(in = ParameterIn.QUERY, name = "limit", description = "Rows at most",
		schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "25"))
@Parameter(in = ParameterIn.QUERY, name = "offset", description = "Rows left out at the top; past the end: no rows",
		schema = @Schema(type = "integer", minimum = "0", defaultValue = "0"))
@Parameter(in = ParameterIn.QUERY, name = "minStars", description = "Stars at least",
		schema = @Schema(type = "integer", minimum = "0"))
@Parameter(in = ParameterIn.QUERY, name = "maxStars", description = "Stars at most",
		schema = @Schema(type = "integer", minimum = "0"))
@Parameter(in = ParameterIn.QUERY, name = "topic", description = "A topic it must have",
		schema = @Schema(type = "string"))
@Parameter(in = ParameterIn.QUERY, name = "license", description = "SPDX id of its licence, in any case",
		schema = @Schema(type = "string", example = "MIT"))
@Parameter(in = ParameterIn.QUERY, name = "createdAfter",
		description = "A date (from 00:00 UTC) or a time: created then or later",
		schema = @Schema(type = "string", example = "2026-01-31"))
@Parameter(in = ParameterIn.QUERY, name = "date",
		description = "The day before today (UTC) that the window ends with; absent: the last complete day. Not for the stream",
		schema = @Schema(type = "string", format = "date", example = "2026-11-15"))
@Parameter(in = ParameterIn.QUERY, name = "new",
		description = "Only repositories that stood in the first 100 places by score on none of the seven days before",
		schema = @Schema(type = "boolean", defaultValue = "false"))
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface DescribedQuery {

}
