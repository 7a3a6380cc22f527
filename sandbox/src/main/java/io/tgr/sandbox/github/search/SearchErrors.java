package io.tgr.sandbox.github.search;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

import io.tgr.sandbox.github.rest.GithubError;

/** The ways in which a search is refused. */
final class SearchErrors {

	static final GithubError MISSING_QUERY = invalid(null, "missing", "https://docs.github.com/v3/search");

	static final GithubError TOO_LONG = invalid("The search is longer than 256 characters.", "invalid",
			"https://docs.github.com/v3/search/");

	static final GithubError UNKNOWN_SCOPE = invalid(
			"The listed users and repositories cannot be searched either because the resources do not exist or you do not have permission to view them.",
			"invalid", "https://docs.github.com/v3/search/");

	static final GithubError TOO_DEEP = GithubError.of(HttpStatus.UNPROCESSABLE_CONTENT,
			"Only the first 1000 search results are available", "https://docs.github.com/v3/search/");

	private SearchErrors() {
	}

	private static GithubError invalid(@Nullable String message, String code, String documentationUrl) {
		Map<String, String> details = new LinkedHashMap<>();
		if (message != null) {
			details.put("message", message);
		}
		details.put("resource", "Search");
		details.put("field", "q");
		details.put("code", code);
		return GithubError.validation(details, documentationUrl);
	}

}
