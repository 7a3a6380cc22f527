package io.tgr.details.github;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

import io.tgr.details.Contributor;

/**
 * What this service reads in a contributor.
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record ContributorJson(@Nullable String login, @Nullable String htmlUrl, @Nullable String avatarUrl,
		@Nullable Long contributions) {

	Contributor contributor() {
		return new Contributor(Readable.required(this.login), this.htmlUrl, this.avatarUrl,
				Readable.required(this.contributions));
	}

}
