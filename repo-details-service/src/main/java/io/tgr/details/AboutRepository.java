package io.tgr.details;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.MediaType;

/**
 * Describes what all questions about one repository share: its name, and what they may
 * end with instead of an answer.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(in = ParameterIn.PATH, name = "owner", description = "The login of a user or an organization")
@Parameter(in = ParameterIn.PATH, name = "name", description = "The name of the repository within it")
@ApiResponse(responseCode = "304", description = "Not changed since the entity tag given", content = @Content)
@ApiResponse(responseCode = "400", description = "A parameter is unknown or has a value that is not allowed",
		content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
				schema = @Schema(implementation = ProblemAnswer.class)))
@ApiResponse(responseCode = "404",
		description = "GitHub knows no such repository, or none can have that name (`not-found`); where stars are asked for: GitHub does not tell those of this repository (`part-not-found`)",
		content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
				schema = @Schema(implementation = ProblemAnswer.class)))
@ApiResponse(responseCode = "406", description = "There is no such media type of it",
		content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
				schema = @Schema(implementation = ProblemAnswer.class)))
@ApiResponse(responseCode = "429", description = "The client asks too often; `Retry-After` says when to ask again",
		content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
				schema = @Schema(implementation = ProblemAnswer.class)))
@ApiResponse(responseCode = "451", description = "GitHub has blocked the repository",
		content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
				schema = @Schema(implementation = ProblemAnswer.class)))
@ApiResponse(responseCode = "502", description = "GitHub does not accept what we ask",
		content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
				schema = @Schema(implementation = ProblemAnswer.class)))
@ApiResponse(responseCode = "503", description = "Nothing could be had now; `Retry-After` says when to ask again",
		content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
				schema = @Schema(implementation = ProblemAnswer.class)))
@interface AboutRepository {

}
