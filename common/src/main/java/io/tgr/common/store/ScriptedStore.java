package io.tgr.common.store;

import java.util.List;

import reactor.core.publisher.Mono;

/**
 * A shared store that changes several values in one step.
 */
public interface ScriptedStore extends KeyValueStore {

	/**
	 * Runs a script.
	 * @param script the script, which returns strings
	 * @param key the key that it works on; apart from those of values
	 * @param arguments what it is told
	 * @return what it returns; fails with a {@link StoreException}, at once while Redis
	 * is away
	 */
	Mono<List<String>> run(Script script, String key, List<String> arguments);

}
