package io.tgr.trending.pool;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/**
 * A number for each language, in any case, and one for all, that rises with every change;
 * safe for use by several threads.
 */
final class LanguageVersions {

	private final Map<String, AtomicLong> ofLanguage = new ConcurrentHashMap<>();

	private final AtomicLong ofAll = new AtomicLong();

	long of(@Nullable String language) {
		if (language == null) {
			return this.ofAll.get();
		}
		AtomicLong version = this.ofLanguage.get(key(language));
		return (version != null) ? version.get() : 0;
	}

	void touched(@Nullable String language) {
		if (language != null) {
			this.ofLanguage.computeIfAbsent(key(language), (absent) -> new AtomicLong()).incrementAndGet();
		}
		this.ofAll.incrementAndGet();
	}

	private static String key(String language) {
		return language.toLowerCase(Locale.ROOT);
	}

}
