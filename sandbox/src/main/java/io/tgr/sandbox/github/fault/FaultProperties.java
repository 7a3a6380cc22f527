package io.tgr.sandbox.github.fault;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of what goes wrong.
 *
 * @param latency how long every call takes at least, until the admin API says otherwise
 */
@ConfigurationProperties("tgr.sandbox.github")
record FaultProperties(@DefaultValue("0ms") Duration latency) {

}
