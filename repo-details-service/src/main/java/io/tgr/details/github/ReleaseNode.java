package io.tgr.details.github;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.tgr.details.LatestRelease;
import io.tgr.details.Release;

/**
 * A release as GraphQL tells it.
 *
 * @param tagName its tag
 * @param name its title
 * @param publishedAt when it was published
 * @param url its page
 * @param isPrerelease whether it is not ready for production
 */
record ReleaseNode(String tagName, @Nullable String name, @Nullable Instant publishedAt, String url,
		boolean isPrerelease) {

	LatestRelease latest() {
		return new LatestRelease(
				new Release(this.tagName, Readable.text(this.name), this.publishedAt, this.url, this.isPrerelease));
	}

}
