package io.tgr.sandbox.github.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * An error as GitHub words it.
 *
 * @param status the HTTP status
 * @param message what happened
 * @param documentationUrl where GitHub explains it
 * @param errors what was wrong with which parameter, on validation errors only
 */
public record GithubError(HttpStatus status, String message, String documentationUrl,
		@Nullable List<Map<String, String>> errors) {

	/** The root of GitHub's REST documentation. */
	public static final String DOCUMENTATION = "https://docs.github.com/rest";

	/**
	 * An error without details.
	 * @param status the HTTP status
	 * @param message what happened
	 * @param documentationUrl where GitHub explains it
	 * @return the error
	 */
	public static GithubError of(HttpStatus status, String message, String documentationUrl) {
		return new GithubError(status, message, documentationUrl, null);
	}

	/**
	 * Nothing there.
	 * @param page the page of the REST documentation, such as {@code /repos/repos}
	 * @return the error
	 */
	public static GithubError notFound(String page) {
		return of(HttpStatus.NOT_FOUND, "Not Found", DOCUMENTATION + page);
	}

	/**
	 * A parameter of a search is wrong.
	 * @param details the members of the only detail, in order
	 * @param documentationUrl where GitHub explains it
	 * @return the error
	 */
	public static GithubError validation(Map<String, String> details, String documentationUrl) {
		return new GithubError(HttpStatus.UNPROCESSABLE_CONTENT, "Validation Failed", documentationUrl,
				List.of(details));
	}

	/**
	 * The answer's body.
	 * @return members in GitHub's order
	 */
	public Map<String, Object> body() {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("message", this.message);
		if (this.errors != null) {
			body.put("errors", this.errors);
		}
		body.put("documentation_url", this.documentationUrl);
		body.put("status", Integer.toString(this.status.value()));
		return body;
	}

	/**
	 * This error, to be thrown.
	 * @return an exception that becomes an answer with this error
	 */
	public GithubErrorException exception() {
		return new GithubErrorException(this);
	}

}
