package io.tgr.sandbox;

import java.util.List;

import org.springframework.aot.AotDetector;
import org.springframework.core.SpringProperties;

import io.tgr.sandbox.cluster.ClusterSandbox;
import io.tgr.sandbox.github.GithubSandbox;

/** Runs one of the stand-ins by itself: GitHub, or a Kubernetes cluster. */
public final class SandboxApplication {

	private SandboxApplication() {
	}

	/**
	 * Start.
	 * @param arguments {@code cluster} for the cluster, and settings such as
	 * {@code --server.port=8090}
	 */
	public static void main(String[] arguments) {
		boolean cluster = List.of(arguments).contains("cluster");
		if (cluster) {
			// What the build prepared is the other one.
			SpringProperties.setProperty(AotDetector.AOT_ENABLED, "false");
		}
		(cluster ? ClusterSandbox.application() : GithubSandbox.application()).run(arguments);
	}

}
