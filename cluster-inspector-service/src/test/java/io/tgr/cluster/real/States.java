package io.tgr.cluster.real;

import java.nio.file.Path;

/**
 * The pods in every state of {@code src/test/cluster}. Who finds them there leaves them
 * there.
 */
final class States implements AutoCloseable {

	private static final String SCRIPT = Path.of("src/test/cluster/states.sh").toAbsolutePath().toString();

	private final RealCluster cluster;

	private final boolean ours;

	private States(RealCluster cluster, boolean ours) {
		this.cluster = cluster;
		this.ours = ours;
	}

	static States of(RealCluster cluster) {
		boolean there = !cluster.kubectl("get", "namespace", "states", "--ignore-not-found").isBlank();
		cluster.script(SCRIPT, (there) ? "check" : "up");
		return new States(cluster, !there);
	}

	@Override
	public void close() {
		if (this.ours) {
			this.cluster.script(SCRIPT, "down");
		}
	}

}
