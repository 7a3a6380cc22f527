package io.tgr.cluster.kubernetes;

import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
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

	private static final List<Class<? extends KubernetesResource>> READ = List.of(Pod.class, ReplicaSet.class,
			Job.class, Event.class, Status.class);

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

	/**
	 * The client knows the kinds that we read and no other: by itself it would load the
	 * classes of all that Kubernetes has as soon as it reads a watch.
	 * @param config which cluster is asked
	 * @return the client
	 */
	@Bean
	KubernetesClient kubernetesClient(Config config) {
		KubernetesSerialization serialization = new KubernetesSerialization(new ObjectMapper(), false);
		READ.forEach(serialization::registerKubernetesResource);
		return new KubernetesClientBuilder().withConfig(config).withKubernetesSerialization(serialization).build();
	}

}
