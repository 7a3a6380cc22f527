package io.tgr.local;

import org.jspecify.annotations.Nullable;

/**
 * The launcher cannot start, for a reason that one sentence tells.
 */
class StartException extends RuntimeException {

	StartException(String sentence) {
		this(sentence, null);
	}

	StartException(String sentence, @Nullable Throwable cause) {
		super(sentence, cause);
	}

	String sentence() {
		return String.valueOf(getMessage());
	}

}
