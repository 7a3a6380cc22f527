package io.tgr.cluster.kubernetes;

import java.io.File;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Says which cluster is asked, and as whom.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KubernetesProperties.class)
class KubernetesConfiguration {

	@Bean
	Config kubernetesClientConfig(KubernetesProperties properties) {
		return new ConfigBuilder(Config.fromKubeconfig(new File(properties.kubeconfig()))).withOnlyHttpWatches(true)
			.build();
	}

}
