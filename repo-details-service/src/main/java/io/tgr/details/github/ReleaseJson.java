package io.tgr.details.github;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

import io.tgr.details.LatestRelease;
import io.tgr.details.Release;

/**
 * What this service reads in a release.
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record ReleaseJson(@Nullable String tagName, @Nullable String name, @Nullable Instant publishedAt,
		@Nullable String htmlUrl, @Nullable Boolean prerelease) {

	LatestRelease latest() {
		return new LatestRelease(new Release(Readable.required(this.tagName), Readable.text(this.name),
				this.publishedAt, Readable.required(this.htmlUrl), Boolean.TRUE.equals(this.prerelease)));
	}

}
