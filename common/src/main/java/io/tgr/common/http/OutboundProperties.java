package io.tgr.common.http;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of every outbound connection.
 *
 * @param connectTimeout how long a connection may take to open
 */
@ConfigurationProperties("tgr.http")
record OutboundProperties(@DefaultValue("2s") Duration connectTimeout) {

}
