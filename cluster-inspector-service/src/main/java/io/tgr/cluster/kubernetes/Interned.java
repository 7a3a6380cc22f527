package io.tgr.cluster.kubernetes;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

import com.github.benmanes.caffeine.cache.Interner;
import org.jspecify.annotations.Nullable;
import org.springframework.util.CollectionUtils;

/**
 * Keeps what many pods have in common once: ten thousand of them name a few nodes, images
 * and labels.
 */
final class Interned {

	private static final Interner<Object> VALUES = Interner.newWeakInterner();

	private Interned() {
	}

	static String text(String text) {
		return value(text);
	}

	static @Nullable String textOrNull(@Nullable String text) {
		return (text != null && !text.isEmpty()) ? value(text) : null;
	}

	/**
	 * Shares labels, of which the replicas of one thing have the same.
	 * @param labels the labels, {@code null} for none
	 * @return the same in the order of their keys
	 */
	static Map<String, String> labels(@Nullable Map<String, String> labels) {
		if (CollectionUtils.isEmpty(labels)) {
			return Map.of();
		}
		Map<String, String> sorted = new TreeMap<>();
		labels.forEach((key, value) -> sorted.put(text(key), text((value != null) ? value : "")));
		return value(Collections.unmodifiableMap(sorted));
	}

	@SuppressWarnings("unchecked")
	static <T> T value(T value) {
		return (T) VALUES.intern(value);
	}

}
