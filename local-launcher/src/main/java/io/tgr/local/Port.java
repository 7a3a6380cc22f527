package io.tgr.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * A port that the launcher opens.
 *
 * @param number the port, 0 for any free one
 * @param user who listens there
 * @param variable what chooses another one
 */
record Port(int number, String user, String variable) {

	static int parse(String name, String value) {
		try {
			int number = Integer.parseInt(value.strip());
			if (number >= 0 && number <= 65_535) {
				return number;
			}
		}
		catch (NumberFormatException ex) {
			// Answered below, like a number out of range.
		}
		throw new StartException(name + " takes a port from 0 to 65535, not '" + value + "'.");
	}

	/**
	 * Fails early, before anything has started, when somebody else listens here.
	 * @param address where to listen
	 */
	void requireFree(InetAddress address) {
		try (ServerSocket probe = new ServerSocket(this.number, 1, address)) {
			probe.setReuseAddress(true);
		}
		catch (IOException ex) {
			throw taken(ex);
		}
	}

	StartException taken(Throwable cause) {
		return new StartException("Port %d, which %s needs, cannot be opened: it is in use; choose another one with %s."
			.formatted(this.number, this.user, this.variable), cause);
	}

}
