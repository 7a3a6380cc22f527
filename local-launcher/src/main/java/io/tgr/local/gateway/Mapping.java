package io.tgr.local.gateway;

import java.time.Duration;
import java.util.Comparator;

import org.jspecify.annotations.Nullable;

/**
 * One route of the gateway.
 *
 * @param name what the manifest calls it
 * @param prefix the raw beginning of the path, or all of it
 * @param exact whether the prefix is the whole path
 * @param rewrite what replaces the prefix; empty keeps the path
 * @param service the service that answers
 * @param timeout how long an answer may take as a whole, {@code null} for ever
 * @param idleTimeout how long an answer may be silent, {@code null} for ever
 */
record Mapping(String name, String prefix, boolean exact, String rewrite, String service, @Nullable Duration timeout,
		@Nullable Duration idleTimeout) {

	/**
	 * The order in which Ambassador tries routes: the longest prefix first, and of equal
	 * ones the exact one.
	 */
	static final Comparator<Mapping> LONGEST_FIRST = Comparator
		.comparingInt((Mapping mapping) -> mapping.prefix().length())
		.thenComparing(Mapping::exact)
		.reversed();

	static @Nullable Duration limit(long millis) {
		return (millis > 0) ? Duration.ofMillis(millis) : null;
	}

	/**
	 * Whether a path takes this route.
	 * @param path a path without its query
	 * @return whether it does
	 */
	boolean matches(String path) {
		return (this.exact) ? path.equals(this.prefix) : path.startsWith(this.prefix);
	}

	/**
	 * The path as the service sees it.
	 * @param path a path that takes this route
	 * @return the same, or with its prefix replaced
	 */
	String rewritten(String path) {
		return (this.rewrite.isEmpty()) ? path : this.rewrite + path.substring(this.prefix.length());
	}

}
