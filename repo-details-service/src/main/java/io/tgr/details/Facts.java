package io.tgr.details;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What GitHub says of a repository at large.
 *
 * @param id GitHub's number for it
 * @param description what its owner says of it
 * @param homepage its own page
 * @param language its main language, by GitHub's name
 * @param topics its topics
 * @param license SPDX id of its licence, {@code NOASSERTION} for one that GitHub cannot
 * name
 * @param createdAt when it was created
 * @param updatedAt when its facts last changed
 * @param pushedAt when it was last pushed to
 * @param stars stars at present
 * @param forks forks at present
 * @param watchers those who get notified
 * @param openIssues open issues and open pull requests together
 * @param defaultBranch the branch shown first
 * @param sizeKb size in KB
 * @param archived whether it is read-only
 * @param fork whether it was forked from another one
 */
public record Facts(@Nullable Long id, @Nullable String description, @Nullable String homepage,
		@Nullable String language, List<String> topics, @Nullable String license, Instant createdAt,
		@Nullable Instant updatedAt, @Nullable Instant pushedAt, long stars, long forks, @Nullable Long watchers,
		@Nullable Long openIssues, @Nullable String defaultBranch, @Nullable Long sizeKb, boolean archived,
		boolean fork) {

	public Facts {
		topics = List.copyOf(topics);
	}

}
