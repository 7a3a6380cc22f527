package io.tgr.system.cluster;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/**
 * Waiting for what a cluster does in its own time.
 */
final class Waiting {

	private Waiting() {
	}

	static void until(ThrowingRunnable assertion) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(120))
			.pollInterval(Duration.ofSeconds(1))
			.ignoreExceptions()
			.untilAsserted(assertion);
	}

}
