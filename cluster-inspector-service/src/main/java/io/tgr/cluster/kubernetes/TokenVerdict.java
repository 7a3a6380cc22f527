package io.tgr.cluster.kubernetes;

import org.jspecify.annotations.Nullable;

/**
 * What the API server says of a token.
 *
 * @param user who it stands for, {@code null} if it is not valid
 * @param error why it is not valid, in the API server's words
 */
public record TokenVerdict(@Nullable TokenUser user, @Nullable String error) {

}
