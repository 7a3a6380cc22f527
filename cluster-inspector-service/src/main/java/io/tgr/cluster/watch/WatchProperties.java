package io.tgr.cluster.watch;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What of the cluster is followed, and how.
 *
 * @param changes how many changes are kept for those who follow
 * @param namespaces namespaces to look at where we may not look at the whole cluster,
 * besides our own and those we may list
 * @param maxNamespaces how many of them are followed at most
 * @param rightsInterval how often we ask what we may
 * @param staleAfter how long nothing may be heard before the rows count as stale
 * @param usageInterval how often usage is asked for
 */
@ConfigurationProperties("tgr.cluster")
record WatchProperties(@DefaultValue("4096") int changes, @DefaultValue List<String> namespaces,
		@DefaultValue("100") int maxNamespaces, @DefaultValue("30s") Duration rightsInterval,
		@DefaultValue("90s") Duration staleAfter, @DefaultValue("30s") Duration usageInterval) {

}
