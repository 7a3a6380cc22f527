package io.tgr.cluster.access;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may see what.
 *
 * @param access who may ask; {@code open} is refused unless the API is a sandbox
 * @param accessOpenForced whether {@code open} is meant even so
 * @param audiences whom a token must be meant for; empty: the API server itself
 * @param decisionLifetime how long a decision of the API server is remembered
 * @param decisions how many decisions are remembered at most
 * @param reviewedNamespaces in how many namespaces a caller's rights are looked up who
 * has none in the whole cluster
 */
@ConfigurationProperties("tgr.cluster")
record AccessProperties(@DefaultValue("review") AccessMode access, @DefaultValue("false") boolean accessOpenForced,
		@DefaultValue List<String> audiences, @DefaultValue("10s") Duration decisionLifetime,
		@DefaultValue("10000") int decisions, @DefaultValue("500") int reviewedNamespaces) {

}
