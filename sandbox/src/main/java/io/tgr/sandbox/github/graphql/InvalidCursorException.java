package io.tgr.sandbox.github.graphql;

/**
 * A cursor that no answer gave.
 */
final class InvalidCursorException extends RuntimeException {

	InvalidCursorException(String cursor) {
		super("`" + cursor + "` does not appear to be a valid cursor.");
	}

}
