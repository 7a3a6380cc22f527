package io.tgr.local;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.tgr.cluster.ClusterInspectorServiceApplication;
import io.tgr.details.RepoDetailsServiceApplication;
import io.tgr.trending.TrendingServiceApplication;

/**
 * The services that the launcher runs.
 */
final class LocalServices {

	private static final String REPO_DETAILS = "repo-details-service";

	private static final String TRENDING = "trending-service";

	private static final String CLUSTER_INSPECTOR = "cluster-inspector-service";

	private LocalServices() {
	}

	/**
	 * All of them, in the order in which they start. A new service is one entry here; its
	 * routes come from its Mapping manifest.
	 * @param variables where their ports may be chosen
	 * @param github the environment that says which GitHub to ask, as whom, and where to
	 * keep what it says
	 * @param cluster the environment that says which cluster to show
	 * @return the services
	 */
	static List<LocalService> all(Variables variables, Map<String, Object> github, Map<String, Object> cluster) {
		return List.of(
				new LocalService(REPO_DETAILS, RepoDetailsServiceApplication.class,
						variables.port(REPO_DETAILS, "TGR_REPO_DETAILS_PORT", 8082), (running) -> github),
				new LocalService(CLUSTER_INSPECTOR, ClusterInspectorServiceApplication.class,
						variables.port(CLUSTER_INSPECTOR, "TGR_CLUSTER_INSPECTOR_PORT", 8083), (running) -> cluster,
						(part) -> part.startsWith("org.springframework.cloud.kubernetes.")),
				new LocalService(TRENDING, TrendingServiceApplication.class,
						variables.port(TRENDING, "TGR_TRENDING_PORT", 8081), (running) -> trending(github, running)));
	}

	private static Map<String, Object> trending(Map<String, Object> github, Map<String, URI> running) {
		Map<String, Object> variables = new HashMap<>(github);
		variables.put("REPO_DETAILS_URL", String.valueOf(running.get(REPO_DETAILS)));
		return variables;
	}

}
