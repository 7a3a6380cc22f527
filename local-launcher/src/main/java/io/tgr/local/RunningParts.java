package io.tgr.local;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What runs, closed in the reverse order of its start.
 */
final class RunningParts implements AutoCloseable {

	private final Deque<AutoCloseable> parts = new ArrayDeque<>();

	private boolean closed;

	/**
	 * Takes charge of a part; one that comes too late is closed at once.
	 * @param part what has been started
	 */
	synchronized void add(AutoCloseable part) {
		this.parts.push(part);
		if (this.closed) {
			close();
		}
	}

	synchronized boolean isClosed() {
		return this.closed;
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		while (!this.parts.isEmpty()) {
			closeQuietly(this.parts.pop());
		}
	}

	private static void closeQuietly(AutoCloseable part) {
		try {
			part.close();
		}
		catch (Exception ex) {
			System.getLogger(RunningParts.class.getName()).log(System.Logger.Level.DEBUG, "Closing failed", ex);
		}
	}

}
