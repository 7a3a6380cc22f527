package io.tgr.local;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.tgr.details.RepoDetailsServiceApplication;
import io.tgr.trending.TrendingServiceApplication;

/**
 * The services that the launcher runs.
 */
final class LocalServices {

	private static final String REPO_DETAILS = "repo-details-service";

	private static final String TRENDING = "trending-service";

	private LocalServices() {
	}

	/**
	 * All of them, in the order in which they start. A new service is one entry here; its
	 * routes come from its Mapping manifest.
	 * @param variables where their ports may be chosen
	 * @param github the environment that says which GitHub to ask, and as whom
	 * @return the services
	 */
	static List<LocalService> all(Variables variables, Map<String, Object> github) {
		return List.of(
				new LocalService(REPO_DETAILS, RepoDetailsServiceApplication.class,
						variables.port(REPO_DETAILS, "TGR_REPO_DETAILS_PORT", 8082), (running) -> github),
				// The place of cluster-inspector-service: port 8083, its own Spring Cloud
				// parts, KUBECONFIG in its environment.
				new LocalService(TRENDING, TrendingServiceApplication.class,
						variables.port(TRENDING, "TGR_TRENDING_PORT", 8081), (running) -> trending(github, running)));
	}

	private static Map<String, Object> trending(Map<String, Object> github, Map<String, URI> running) {
		Map<String, Object> variables = new HashMap<>(github);
		variables.put("REPO_DETAILS_URL", String.valueOf(running.get(REPO_DETAILS)));
		return variables;
	}

}
