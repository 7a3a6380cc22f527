package io.tgr.cluster.access;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.tgr.cluster.kubernetes.KubernetesAddress;

/**
 * Sees to it that no real cluster stands open by accident.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessProperties.class)
class AccessConfiguration {

	private static final Log logger = LogFactory.getLog(AccessConfiguration.class);

	@Bean
	SmartInitializingSingleton openAccessCheck(AccessProperties properties, KubernetesAddress address) {
		return () -> {
			if (properties.access() == AccessMode.OPEN) {
				check(properties, address);
			}
		};
	}

	private static void check(AccessProperties properties, KubernetesAddress address) {
		if (!address.mayBeSandbox() && !properties.accessOpenForced()) {
			throw new FailureAnalyzedException(
					"tgr.cluster.access=open would show the pods of %s to anybody.".formatted(address.url()),
					"Remove it, so that callers need a token of the cluster; or, where only those who may see "
							+ "everything can reach this service, also set tgr.cluster.access-open-forced=true.");
		}
		logger.warn("tgr.cluster.access=open: anybody who reaches this service sees the pods of " + address.url());
	}

}
