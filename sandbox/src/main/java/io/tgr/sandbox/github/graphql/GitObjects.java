package io.tgr.sandbox.github.graphql;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

import io.tgr.sandbox.github.catalogue.Repository;

/**
 * The default branch, its commits and the readme. Commits are made up between creation
 * and last push, as many as the contributors made.
 */
final class GitObjects {

	static final String REPOSITORY = "sandbox:repository";

	private GitObjects() {
	}

	static Map<String, Object> defaultBranch(Repository repository) {
		String name = repository.extras().defaultBranch();
		return Map.of(GithubSchema.TYPE, "Ref", "id", NodeIds.of("Ref", repository.id() + ":refs/heads/" + name),
				"name", name, "prefix", "refs/heads/", "target", commit(repository, 0, repository.dates().pushed()));
	}

	static @Nullable Object object(DataFetchingEnvironment environment) {
		Repository repository = RepositoryFields.repository(environment);
		String expression = environment.getArgument("expression");
		if (expression == null) {
			return null;
		}
		String branch = repository.extras().defaultBranch();
		String asked = expression.replaceFirst("^(HEAD|refs/heads/" + branch + "|" + branch + ")(?=:|$)", "HEAD");
		if (asked.equals("HEAD")) {
			return commit(repository, 0, repository.dates().pushed());
		}
		return asked.equals("HEAD:README.md") ? readme(repository) : null;
	}

	static Map<String, Object> commit(Repository repository, int index, Instant time) {
		String oid = RepositoryParts.hash("SHA-1", repository.id() + "/" + time + "/" + index);
		Map<String, Object> commit = object("Commit", repository, oid);
		commit.put(REPOSITORY, repository);
		commit.put("authoredDate", time);
		commit.put("committedDate", time);
		commit.put("messageHeadline", "Change " + oid.substring(0, 7));
		return commit;
	}

	private static Map<String, Object> readme(Repository repository) {
		String text = repository.extras().readme();
		int size = text.getBytes(StandardCharsets.UTF_8).length;
		Map<String, Object> blob = object("Blob", repository,
				RepositoryParts.hash("SHA-1", "blob " + size + '\0' + text));
		blob.put("text", text);
		blob.put("byteSize", size);
		blob.put("isBinary", false);
		blob.put("isTruncated", false);
		return blob;
	}

	private static Map<String, Object> object(String type, Repository repository, String oid) {
		Map<String, Object> shown = new LinkedHashMap<>();
		shown.put(GithubSchema.TYPE, type);
		shown.put("id", NodeIds.of(type, repository.id() + ":" + oid));
		shown.put("oid", oid);
		shown.put("abbreviatedOid", oid.substring(0, 7));
		shown.put("commitUrl", RepositoryParts.url(repository) + "/commit/" + oid);
		return shown;
	}

}
