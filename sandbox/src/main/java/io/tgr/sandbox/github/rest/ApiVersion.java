package io.tgr.sandbox.github.rest;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The versions of GitHub's REST API. */
enum ApiVersion {

	/** The one for clients that name none. */
	V2022_11_28("2022-11-28"),

	/** The newest. */
	V2026_03_10("2026-03-10");

	static final String HEADER = "X-GitHub-Api-Version";

	private final String date;

	ApiVersion(String date) {
		this.date = date;
	}

	String date() {
		return this.date;
	}

	static ApiVersion of(HttpHeaders headers) {
		String asked = headers.getFirst(HEADER);
		ApiVersion version = (asked != null) ? named(asked) : V2022_11_28;
		if (version == null) {
			throw GithubError
				.of(HttpStatus.BAD_REQUEST, "The API version \"" + asked + "\" is not supported.",
						GithubError.DOCUMENTATION + "/about-the-rest-api/api-versions")
				.exception();
		}
		return version;
	}

	static @Nullable ApiVersion named(String date) {
		return Arrays.stream(values()).filter((version) -> version.date.equals(date.trim())).findFirst().orElse(null);
	}

	static List<String> dates() {
		return Arrays.stream(values()).map(ApiVersion::date).toList();
	}

}
