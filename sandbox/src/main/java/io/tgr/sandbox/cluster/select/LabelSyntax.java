package io.tgr.sandbox.cluster.select;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What label names and values may be, in the API server's words.
 */
final class LabelSyntax {

	private static final String CHARACTERS = "alphanumeric characters, '-', '_' or '.', and must start and end with"
			+ " an alphanumeric character ";

	private static final String NAME = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";

	private static final String SUBDOMAIN = "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*";

	private static final String NAME_HINT = CHARACTERS + "(e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for"
			+ " validation is '" + NAME + "')";

	private static final int NAME_LENGTH = 63;

	private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+");

	private LabelSyntax() {
	}

	static void key(String key) {
		String[] parts = key.split("/", -1);
		String name = parts[parts.length - 1];
		if (parts.length > 2) {
			throw key(key, "a qualified name must consist of " + NAME_HINT
					+ " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')");
		}
		if (parts.length == 2 && parts[0].isEmpty()) {
			throw key(key, "prefix part must be non-empty");
		}
		if (parts.length == 2 && !parts[0].matches(SUBDOMAIN)) {
			throw key(key,
					"prefix part a lowercase RFC 1123 subdomain must consist of lower case alphanumeric"
							+ " characters, '-' or '.', and must start and end with an alphanumeric character (e.g."
							+ " 'example.com', regex used for validation is '" + SUBDOMAIN + "')");
		}
		if (name.isEmpty()) {
			throw key(key, "name part must be non-empty");
		}
		if (name.length() > NAME_LENGTH) {
			throw key(key, "name part must be no more than 63 bytes");
		}
		if (!name.matches(NAME)) {
			throw key(key, "name part must consist of " + NAME_HINT);
		}
	}

	static void values(String key, String operator, List<String> values) {
		for (int i = 0; i < values.size(); i++) {
			String value = values.get(i);
			if ((operator.equals(">") || operator.equals("<")) && !NUMBER.matcher(value).matches()) {
				throw new SelectorException("values[" + i + "]: Invalid value: \"" + value
						+ "\": for 'Gt', 'Lt' operators, the value must be an integer");
			}
			if (value.length() > NAME_LENGTH) {
				throw value(key, i, value, "must be no more than 63 bytes");
			}
			if (!value.isEmpty() && !value.matches(NAME)) {
				throw value(key, i, value,
						"a valid label must be an empty string or consist of " + CHARACTERS
								+ "(e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(" + NAME
								+ ")?')");
			}
		}
	}

	private static SelectorException key(String key, String complaint) {
		return new SelectorException("<nil>: Invalid value: \"" + key + "\": " + complaint);
	}

	private static SelectorException value(String key, int index, String value, String complaint) {
		return new SelectorException(
				"values[" + index + "][" + key + "]: Invalid value: \"" + value + "\": " + complaint);
	}

}
