package io.tgr.local.gateway;

import java.net.URI;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the services are that the Mappings name.
 *
 * @param upstreams the base URL of each service, by its name
 */
@ConfigurationProperties("tgr.gateway")
record UpstreamProperties(@DefaultValue Map<String, URI> upstreams) {

	URI of(Mapping mapping) {
		URI upstream = this.upstreams.get(mapping.service());
		if (upstream == null) {
			throw new IllegalStateException(
					"Mapping '%s' leads to %s, which does not run here".formatted(mapping.name(), mapping.service()));
		}
		return upstream;
	}

}
