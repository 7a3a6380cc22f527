package io.tgr.cluster.kubernetes;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How to talk to the Kubernetes API.
 *
 * @param kubeconfig the file that says which cluster and as whom, or several as kubectl
 * takes them; empty: the cluster of {@code spring.cloud.kubernetes.client.*}, or the one
 * that this service runs in
 * @param timeout how long one call may take, a watch apart
 * @param connectTimeout how long a connection may take
 * @param concurrency how many calls may run at once, and how many reviews of callers; as
 * many again may wait for each of them
 * @param chunk how many objects one chunk of a list holds
 * @param watchSilence how long a watch may say nothing; bookmarks come every minute
 * @param watchLength how long a watch lasts about, until the API server ends it
 * @param page how large one page of the API server's own objects may be
 */
@ConfigurationProperties("tgr.cluster")
record KubernetesProperties(@DefaultValue("") String kubeconfig, @DefaultValue("10s") Duration timeout,
		@DefaultValue("3s") Duration connectTimeout, @DefaultValue("16") int concurrency,
		@DefaultValue("100") int chunk, @DefaultValue("90s") Duration watchSilence,
		@DefaultValue("5m") Duration watchLength, @DefaultValue("8MB") DataSize page) {

}
