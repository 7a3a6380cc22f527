package io.tgr.sandbox.cluster.life;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the life in the cluster.
 *
 * @param life whether the cluster lives by itself
 * @param empty whether there are no workloads
 * @param pods how many plain pods there are besides
 */
@ConfigurationProperties("tgr.sandbox.cluster")
record LifeProperties(@DefaultValue("true") boolean life, @DefaultValue("false") boolean empty,
		@DefaultValue("0") int pods) {

}
