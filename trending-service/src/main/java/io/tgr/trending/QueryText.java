package io.tgr.trending;

import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * Writes a query string.
 */
final class QueryText {

	private final StringJoiner text = new StringJoiner("&");

	void add(String name, @Nullable Object value) {
		if (value != null) {
			this.text.add(name + "=" + UriUtils.encode(value.toString(), StandardCharsets.UTF_8));
		}
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

}
