package io.tgr.cluster.pod;

import java.util.regex.Pattern;

/**
 * What labels may look like.
 */
final class LabelSyntax {

	private static final Pattern NAME = Pattern.compile("([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]");

	private static final Pattern PREFIX = Pattern
		.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

	private LabelSyntax() {
	}

	static boolean isKey(String key) {
		int slash = key.indexOf('/');
		String prefix = (slash < 0) ? "none" : key.substring(0, slash);
		return isName(key.substring(slash + 1)) && prefix.length() <= 253 && PREFIX.matcher(prefix).matches();
	}

	static boolean isValue(String value) {
		return value.isEmpty() || isName(value);
	}

	private static boolean isName(String name) {
		return name.length() <= 63 && NAME.matcher(name).matches();
	}

}
