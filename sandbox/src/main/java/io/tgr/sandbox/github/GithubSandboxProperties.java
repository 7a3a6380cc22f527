package io.tgr.sandbox.github;

import java.time.Duration;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the GitHub sandbox behaves.
 *
 * @param today the day to pin, instead of following the clock
 * @param buckets whether the primary rate limits apply
 * @param secondaryLimits whether the secondary rate limits apply
 * @param latency how long every answer takes at least
 */
@ConfigurationProperties("tgr.sandbox.github")
public record GithubSandboxProperties(@Nullable LocalDate today, @DefaultValue("true") boolean buckets,
		@DefaultValue("true") boolean secondaryLimits, @DefaultValue("0ms") Duration latency) {
}
