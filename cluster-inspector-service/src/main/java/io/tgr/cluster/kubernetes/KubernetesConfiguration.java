package io.tgr.cluster.kubernetes;

import io.fabric8.kubernetes.client.Config;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.kubernetes.commons.KubernetesClientProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Says which cluster is asked, as whom and how.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KubernetesProperties.class)
class KubernetesConfiguration {

	@Bean
	Config kubernetesClientConfig(KubernetesProperties properties, KubernetesClientProperties address,
			Environment environment) {
		Config config = new ClusterChoice(properties.kubeconfig(), address, environment).config();
		config.setUserAgent("tgr-cluster-inspector");
		config.setRequestRetryBackoffLimit(0);
		config.setRequestTimeout((int) properties.timeout().toMillis());
		config.setConnectionTimeout((int) properties.connectTimeout().toMillis());
		config.setOnlyHttpWatches(true);
		// One dead connection would take all watches and calls with it.
		config.setHttp2Disable(true);
		return config;
	}

}
