package io.tgr.details;

import org.jspecify.annotations.Nullable;

/**
 * One who contributed.
 *
 * @param login the user's login
 * @param url the user's page
 * @param avatarUrl the user's picture
 * @param contributions commits to the default branch
 */
public record Contributor(String login, @Nullable String url, @Nullable String avatarUrl, long contributions) {

}
