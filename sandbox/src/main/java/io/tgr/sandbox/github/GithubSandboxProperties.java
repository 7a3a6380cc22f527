package io.tgr.sandbox.github;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * When the GitHub sandbox is.
 *
 * @param today the day to pin, instead of following the clock
 */
@ConfigurationProperties("tgr.sandbox.github")
record GithubSandboxProperties(@Nullable LocalDate today) {
}
