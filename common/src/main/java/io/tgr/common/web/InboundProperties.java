package io.tgr.common.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of what we accept.
 *
 * @param requestsPerMinute what one client may ask, 0 for no limit
 * @param trustedHops how many proxies before us add to {@code X-Forwarded-For}; with 0
 * the header is ignored
 * @param clients how many clients are remembered at once
 */
@ConfigurationProperties("tgr.inbound")
record InboundProperties(@DefaultValue("6000") int requestsPerMinute, @DefaultValue("0") int trustedHops,
		@DefaultValue("10000") int clients) {

}
