package io.tgr.local.gateway;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A Mapping as its manifest says it, with Ambassador's defaults still open.
 *
 * @param metadata what the manifest is called
 * @param spec what it asks for
 */
record MappingManifest(Metadata metadata, Spec spec) {

	/**
	 * Turns the manifest into a route with Ambassador's defaults.
	 * @return the route
	 */
	Mapping mapping() {
		return this.spec.mapping(this.metadata.name());
	}

	/**
	 * What the manifest is called.
	 *
	 * @param name unique within its namespace
	 */
	record Metadata(String name) {

	}

	/**
	 * The fields that this gateway understands; any other one is refused, so that a route
	 * never means something else in the cluster.
	 *
	 * @param hostname {@code *}; without one a Mapping never routes
	 * @param prefix the raw beginning of the path, or all of it
	 * @param prefixExact whether the prefix is the whole path
	 * @param rewrite what replaces the prefix; empty keeps the path
	 * @param service the name of the service, with or without its port
	 * @param timeoutMs how long an answer may take as a whole, 0 for ever
	 * @param idleTimeoutMs how long a stream may be silent
	 */
	@JsonNaming(SnakeCaseStrategy.class)
	record Spec(@Nullable String hostname, String prefix, @Nullable Boolean prefixExact, @Nullable String rewrite,
			String service, @Nullable Long timeoutMs, @Nullable Long idleTimeoutMs) {

		private static final long DEFAULT_TIMEOUT_MS = 3_000;

		private Mapping mapping(String name) {
			if (!"*".equals(this.hostname)) {
				throw new IllegalStateException("Mapping '%s' needs hostname \"*\" to route".formatted(name));
			}
			return new Mapping(name, this.prefix, Boolean.TRUE.equals(this.prefixExact),
					(this.rewrite != null) ? this.rewrite : "/", this.service.replaceFirst(":\\d+$", ""),
					Mapping.limit((this.timeoutMs != null) ? this.timeoutMs : DEFAULT_TIMEOUT_MS),
					Mapping.limit((this.idleTimeoutMs != null) ? this.idleTimeoutMs : 0));
		}

	}

}
