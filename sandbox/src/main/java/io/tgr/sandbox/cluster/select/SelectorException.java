package io.tgr.sandbox.cluster.select;

/**
 * A selector makes no sense; the message is the API server's.
 */
final class SelectorException extends RuntimeException {

	SelectorException(String message) {
		super(message);
	}

}
