package io.tgr.sandbox.github.graphql;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;

import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

import io.tgr.sandbox.github.catalogue.Contributor;
import io.tgr.sandbox.github.catalogue.Repository;

/**
 * Commits from the last push back to the creation, at even distances.
 */
final class CommitHistory extends AbstractList<Map<String, Object>> {

	private final Repository repository;

	private final int size;

	private CommitHistory(Repository repository, int size) {
		this.repository = repository;
		this.size = size;
	}

	static Object page(DataFetchingEnvironment environment) {
		for (String filter : List.of("author", "path")) {
			if (environment.getArguments().get(filter) != null) {
				return DataFetcherResult.newResult()
					.error(GithubGraphqlError.at(environment, "UNPROCESSABLE",
							"The sandbox does not know the `" + filter + "` of its commits."))
					.build();
			}
		}
		CommitHistory all = of(environment);
		int newest = all.before(time(environment, "until"), 0);
		int oldest = all.before(time(environment, "since"), all.size());
		List<Map<String, Object>> asked = all.subList(Math.min(newest, oldest), oldest);
		return Connection.of(asked).page(environment);
	}

	private static CommitHistory of(DataFetchingEnvironment environment) {
		Map<String, Object> commit = environment.getSource();
		if (commit == null || !(commit.get(GitObjects.REPOSITORY) instanceof Repository repository)) {
			throw new IllegalStateException("No commit to start from");
		}
		int commits = repository.extras()
			.contributors(0, repository.extras().contributorCount())
			.stream()
			.mapToInt(Contributor::contributions)
			.sum();
		return new CommitHistory(repository, commits);
	}

	private static @Nullable Instant time(DataFetchingEnvironment environment, String argument) {
		String text = environment.getArgument(argument);
		return (text != null) ? OffsetDateTime.parse(text).toInstant() : null;
	}

	// How many commits are newer than a time.
	private int before(@Nullable Instant time, int otherwise) {
		if (time == null) {
			return otherwise;
		}
		int index = 0;
		while (index < this.size && time(index).isAfter(time)) {
			index++;
		}
		return index;
	}

	private Instant time(int index) {
		Duration life = Duration.between(this.repository.dates().created(), this.repository.dates().pushed());
		return this.repository.dates().pushed().minusSeconds(life.toSeconds() * index / this.size);
	}

	@Override
	public Map<String, Object> get(int index) {
		return GitObjects.commit(this.repository, index, time(index));
	}

	@Override
	public int size() {
		return this.size;
	}

}
