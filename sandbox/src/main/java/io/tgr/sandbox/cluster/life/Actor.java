package io.tgr.sandbox.cluster.life;

import java.time.Instant;

/**
 * Something that lives in the cluster.
 */
interface Actor {

	// Does what is due.
	void act(Instant now);

}
