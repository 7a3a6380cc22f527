package io.tgr.common.store;

import org.springframework.context.SmartLifecycle;

/**
 * A store that opens before anybody needs it and closes after everybody has.
 */
interface ManagedStore extends KeyValueStore, SmartLifecycle {

	/** Before the GitHub transport, the web server and whatever restores from it. */
	int PHASE = -100;

	@Override
	default int getPhase() {
		return PHASE;
	}

	@Override
	default boolean isPauseable() {
		return false;
	}

}
