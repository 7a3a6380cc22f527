package io.tgr.cluster.kubernetes;

import org.jspecify.annotations.Nullable;

/**
 * A page of the API server's own pods, without what nobody is to see.
 *
 * @param json a {@code PodList} as JSON
 * @param next the token that brings the next page, {@code null} at the end
 */
public record RedactedPage(byte[] json, @Nullable String next) {

}
