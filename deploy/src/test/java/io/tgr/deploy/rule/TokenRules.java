package io.tgr.deploy.rule;

import java.util.List;
import java.util.Set;

import io.tgr.deploy.manifest.Rendering;
import io.tgr.deploy.manifest.Workload;

/**
 * Who holds a token of the Kubernetes API: as few as can be.
 */
final class TokenRules {

	private static final Set<String> ASKING_THE_API = Set.of("cluster-inspector-service", "prometheus");

	static final List<Rule> ALL = List.of(
			Rule.resources("an account hands its token to nobody by itself", "ServiceAccount",
					(rendering, account) -> !account.at("automountServiceAccountToken").is(false),
					"needs automountServiceAccountToken: false"),
			Rule.workloads("only who asks the Kubernetes API has a token", TokenRules::needless,
					"mounts a token, which only " + ASKING_THE_API
							+ " need: write automountServiceAccountToken: false"),
			Rule.workloads("who asks the Kubernetes API has a token",
					(rendering, workload) -> ASKING_THE_API.contains(workload.application())
							&& !mounted(rendering, workload),
					"asks the Kubernetes API: write automountServiceAccountToken: true"));

	private TokenRules() {
	}

	private static boolean needless(Rendering rendering, Workload workload) {
		return mounted(rendering, workload) && !ASKING_THE_API.contains(workload.application());
	}

	/** What a pod says wins over what its account says; without a word there is one. */
	private static boolean mounted(Rendering rendering, Workload workload) {
		boolean projected = workload.volumes()
			.stream()
			.flatMap((volume) -> volume.at("projected.sources").items())
			.anyMatch((source) -> source.at("serviceAccountToken").present());
		String ofAccount = rendering
			.find("ServiceAccount", workload.namespace(), workload.spec().at("serviceAccountName").text("default"))
			.map((account) -> account.at("automountServiceAccountToken").text("true"))
			.orElse("true");
		return projected || workload.spec().at("automountServiceAccountToken").text(ofAccount).equals("true");
	}

}
