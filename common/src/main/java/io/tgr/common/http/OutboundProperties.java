package io.tgr.common.http;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of every outbound call; timeouts and redirects are Boot's own, in
 * {@code spring.http.clients.*}.
 *
 * @param userAgent who we say we are
 * @param maxResponseSize the largest answer held in memory
 */
@ConfigurationProperties("tgr.http")
record OutboundProperties(@DefaultValue("tgr") String userAgent, @DefaultValue("8MB") DataSize maxResponseSize) {

}
