package io.tgr.details;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A release.
 *
 * @param tagName the tag it was made from
 * @param name its title
 * @param publishedAt when it was published
 * @param url its page
 * @param prerelease whether it is marked as not ready for production
 */
public record Release(String tagName, @Nullable String name, @Nullable Instant publishedAt, String url,
		boolean prerelease) {

}
