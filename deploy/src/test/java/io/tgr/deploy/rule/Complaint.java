package io.tgr.deploy.rule;

import java.util.stream.Stream;

/**
 * What is said of something that breaks a rule, or nothing.
 */
final class Complaint {

	private Complaint() {
	}

	static Stream<String> when(boolean broken, String what) {
		return broken ? Stream.of(what) : Stream.empty();
	}

	static Stream<String> unless(boolean right, String what) {
		return when(!right, what);
	}

}
