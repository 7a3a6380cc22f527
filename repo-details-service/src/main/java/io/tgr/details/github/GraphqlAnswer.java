package io.tgr.details.github;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A GraphQL answer: data and errors may come together.
 *
 * @param data repositories by alias
 * @param errors what went wrong
 */
record GraphqlAnswer(@Nullable Map<String, @Nullable RepositoryNode> data, @Nullable List<GraphqlError> errors) {

	@Nullable RepositoryNode node(String alias) {
		return (this.data != null) ? this.data.get(alias) : null;
	}

	/**
	 * What went wrong with one repository.
	 * @param alias its alias in the query
	 * @return the first error that concerns it, {@code null} if there is none
	 */
	@Nullable GraphqlError error(String alias) {
		return (this.errors != null)
				? this.errors.stream().filter((error) -> error.concerns(alias)).findFirst().orElse(null) : null;
	}

	/**
	 * An entry in {@code errors}.
	 *
	 * @param type GitHub's name for it
	 * @param message what it says
	 * @param path what it concerns, an alias first
	 */
	record GraphqlError(@Nullable String type, @Nullable String message, @Nullable List<Object> path) {

		boolean concerns(String alias) {
			return this.path != null && !this.path.isEmpty() && alias.equals(this.path.get(0));
		}

	}

}
