package io.tgr.cluster.query;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How pages go on.
 *
 * @param continueLifetime how long a client may take before it asks for the next page
 */
@ConfigurationProperties("tgr.cluster")
record QueryProperties(@DefaultValue("5m") Duration continueLifetime) {

}
