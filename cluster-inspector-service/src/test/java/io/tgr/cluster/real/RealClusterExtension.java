package io.tgr.cluster.real;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the cluster of {@code TGR_TEST_KUBECONFIG}, and passes them over where
 * there is none.
 */
class RealClusterExtension implements BeforeAllCallback, ParameterResolver {

	private static final Namespace NAMESPACE = Namespace.create(RealClusterExtension.class);

	@Override
	public void beforeAll(ExtensionContext context) {
		Assumptions.assumeTrue(System.getenv(RealCluster.KUBECONFIG) != null,
				() -> "No %s: set it to the kubeconfig of a cluster that may be changed (src/test/cluster/README.md)"
					.formatted(RealCluster.KUBECONFIG));
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		Class<?> type = parameter.getParameter().getType();
		return type == RealCluster.class || type == States.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return (parameter.getParameter().getType() == States.class) ? states(context) : cluster(context);
	}

	private static States states(ExtensionContext context) {
		RealCluster cluster = cluster(context);
		return context.getRoot()
			.getStore(NAMESPACE)
			.computeIfAbsent(States.class, (type) -> States.of(cluster), States.class);
	}

	private static RealCluster cluster(ExtensionContext context) {
		return context.getRoot()
			.getStore(NAMESPACE)
			.computeIfAbsent(RealCluster.class, (type) -> new RealCluster(System.getenv(RealCluster.KUBECONFIG)),
					RealCluster.class);
	}

}
