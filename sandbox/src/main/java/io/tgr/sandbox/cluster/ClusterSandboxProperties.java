package io.tgr.sandbox.cluster;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much the cluster sandbox remembers.
 *
 * @param history how many changes are known to watches and lists that go on
 */
@ConfigurationProperties("tgr.sandbox.cluster")
record ClusterSandboxProperties(@DefaultValue("2000") int history) {

}
