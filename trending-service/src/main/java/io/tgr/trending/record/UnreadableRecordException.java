package io.tgr.trending.record;

/**
 * A record is not what was once written.
 */
public class UnreadableRecordException extends RuntimeException {

	public UnreadableRecordException(String found) {
		super("A record cannot be read: " + found);
	}

	public UnreadableRecordException(String found, Throwable cause) {
		super("A record cannot be read: " + found, cause);
	}

}
