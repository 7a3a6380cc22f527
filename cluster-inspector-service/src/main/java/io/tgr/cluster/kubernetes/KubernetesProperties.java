package io.tgr.cluster.kubernetes;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to talk to the Kubernetes API.
 *
 * @param kubeconfig the file that says which cluster and as whom; empty: the cluster that
 * this service runs in, or the one of {@code spring.cloud.kubernetes.client.*}
 * @param timeout how long one call may take, a watch apart
 * @param concurrency how many calls may run at once; as many again may wait
 * @param chunk how many objects one chunk of a list holds
 */
@ConfigurationProperties("tgr.cluster")
record KubernetesProperties(@DefaultValue("") String kubeconfig, @DefaultValue("10s") Duration timeout,
		@DefaultValue("16") int concurrency, @DefaultValue("250") int chunk) {

}
