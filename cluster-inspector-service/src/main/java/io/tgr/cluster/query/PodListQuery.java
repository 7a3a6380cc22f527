package io.tgr.cluster.query;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of the API server's own list of pods.
 *
 * @param namespace where, {@code null} for the whole cluster
 * @param labelSelector selects by labels
 * @param fieldSelector selects by fields
 * @param limit how many pods at most
 * @param token what the page before said, {@code null} for the first page
 */
public record PodListQuery(@Nullable String namespace, @Nullable String labelSelector, @Nullable String fieldSelector,
		int limit, @Nullable String token) {

	static final int MAX_LIMIT = 500;

}
