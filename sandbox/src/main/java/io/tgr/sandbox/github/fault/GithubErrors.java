package io.tgr.sandbox.github.fault;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * All error answers of GitHub that the sandbox knows, by their id.
 */
@Component
class GithubErrors {

	private final Map<String, GithubError> byId = new LinkedHashMap<>();

	GithubErrors(JsonMapper json) throws IOException {
		try (InputStream content = new ClassPathResource("errors.json", GithubErrors.class).getInputStream()) {
			json.readValue(content, Catalogue.class).errors().forEach((error) -> this.byId.put(error.id(), error));
		}
	}

	/**
	 * An error by its id.
	 * @param id what we call it
	 * @return the error; null when it is not known
	 */
	@Nullable GithubError find(String id) {
		return this.byId.get(id);
	}

	/**
	 * An error that must be there.
	 * @param id what we call it
	 * @return the error
	 */
	GithubError require(String id) {
		GithubError error = find(id);
		if (error == null) {
			throw new IllegalArgumentException("No error called " + id);
		}
		return error;
	}

	/**
	 * All of them.
	 * @return the errors, in the order of the file
	 */
	Collection<GithubError> all() {
		return Collections.unmodifiableCollection(this.byId.values());
	}

	/**
	 * The file.
	 *
	 * @param note what it is
	 * @param errors its errors
	 */
	record Catalogue(String note, List<GithubError> errors) {

	}

}
