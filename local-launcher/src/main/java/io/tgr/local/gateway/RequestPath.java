package io.tgr.local.gateway;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/**
 * The path of a request as Envoy routes it: dot segments are resolved first, so that no
 * prefix can be walked out of.
 */
final class RequestPath {

	private static final Pattern ENCODED_DOT = Pattern.compile("%2e", Pattern.CASE_INSENSITIVE);

	private RequestPath() {
	}

	/**
	 * Resolves dot segments, encoded ones included; empty segments stay.
	 * @param rawPath a path as it was sent
	 * @return the path to route and to pass on
	 */
	static String normalized(String rawPath) {
		String path = ENCODED_DOT.matcher(rawPath).replaceAll(".");
		return (path.contains("/.")) ? withoutDotSegments(path) : path;
	}

	private static String withoutDotSegments(String path) {
		Deque<String> segments = new ArrayDeque<>();
		String[] all = path.substring(1).split("/", -1);
		for (int i = 0; i < all.length; i++) {
			boolean dots = ".".equals(all[i]) || "..".equals(all[i]);
			if ("..".equals(all[i])) {
				segments.pollLast();
			}
			if (!dots) {
				segments.addLast(all[i]);
			}
			else if (i == all.length - 1) {
				segments.addLast("");
			}
		}
		return "/" + String.join("/", segments);
	}

}
