package io.tgr.trending.record;

/**
 * A record was written by a newer version of us, which will want it back.
 */
public final class NewerRecordException extends UnreadableRecordException {

	public NewerRecordException(int format, int newest) {
		super("format %d, of which 1 to %d are known".formatted(format, newest));
	}

}
