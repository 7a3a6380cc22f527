package io.tgr.cluster.query;

import java.util.regex.Pattern;

/**
 * What things in Kubernetes can be called.
 */
final class Names {

	static final Pattern NAMESPACE = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

	static final String ALLOWED_NAMESPACE = "the name of a namespace: lower-case letters, digits and hyphens";

	private Names() {
	}

}
