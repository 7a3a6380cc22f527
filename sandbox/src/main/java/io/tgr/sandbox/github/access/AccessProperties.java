package io.tgr.sandbox.github.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of GitHub's limits.
 *
 * @param buckets whether calls are counted; without, answers carry no rate limit headers,
 * as a GitHub Enterprise Server that does not limit
 * @param secondaryLimits whether points a minute and calls at the same time are limited
 */
@ConfigurationProperties("tgr.sandbox.github")
record AccessProperties(@DefaultValue("true") boolean buckets, @DefaultValue("true") boolean secondaryLimits) {

}
