package io.tgr.trending.discovery;

import org.jspecify.annotations.Nullable;

/**
 * What a sweep covers.
 *
 * @param language a language by GitHub's name, {@code null} for all languages together
 */
record Scope(@Nullable String language) {

	static final Scope ALL = new Scope(null);

	@Override
	public String toString() {
		return (this.language != null) ? this.language : "all languages";
	}

}
