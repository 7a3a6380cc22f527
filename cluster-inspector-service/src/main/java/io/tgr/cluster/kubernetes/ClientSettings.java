package io.tgr.cluster.kubernetes;

import io.fabric8.kubernetes.client.Config;
import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.cloud.kubernetes.commons.KubernetesClientProperties;

/**
 * Reads {@code spring.cloud.kubernetes.client.*}.
 */
final class ClientSettings {

	private ClientSettings() {
	}

	static Config config(KubernetesClientProperties address) {
		Config config = Config.empty();
		PropertyMapper map = PropertyMapper.get();
		map.from(address::trustCerts).to(config::setTrustCerts);
		map.from(address::caCertFile).to(config::setCaCertFile);
		map.from(address::caCertData).to(config::setCaCertData);
		map.from(address::clientCertFile).to(config::setClientCertFile);
		map.from(address::clientCertData).to(config::setClientCertData);
		map.from(address::clientKeyFile).to(config::setClientKeyFile);
		map.from(address::clientKeyData).to(config::setClientKeyData);
		map.from(address::clientKeyAlgo).to(config::setClientKeyAlgo);
		map.from(address::clientKeyPassphrase).to(config::setClientKeyPassphrase);
		map.from(address::username).to(config::setUsername);
		map.from(address::password).to(config::setPassword);
		map.from(address::oauthToken).to(config::setOauthToken);
		map.from(address::namespace).to(config::setNamespace);
		map.from(address::httpProxy).to(config::setHttpProxy);
		map.from(address::httpsProxy).to(config::setHttpsProxy);
		map.from(address::proxyUsername).to(config::setProxyUsername);
		map.from(address::proxyPassword).to(config::setProxyPassword);
		map.from(address::noProxy).to(config::setNoProxy);
		map.from(address::masterUrl).to(config::setMasterUrl);
		return config;
	}

}
