package io.tgr.cluster.detail;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.tgr.cluster.pod.Termination;

/**
 * The signals that end processes.
 */
final class Signals {

	private static final int FIRST = 128;

	private static final int LAST = 64;

	private static final Map<Integer, String> NAMES = Map.of(1, "SIGHUP", 2, "SIGINT", 3, "SIGQUIT", 4, "SIGILL", 6,
			"SIGABRT", 7, "SIGBUS", 8, "SIGFPE", 9, "SIGKILL", 11, "SIGSEGV", 15, "SIGTERM");

	private Signals() {
	}

	// Runtimes tell a signal as 128 and its number.
	static @Nullable Integer of(Termination end) {
		Integer signal = end.signal();
		if (signal != null && signal > 0) {
			return signal;
		}
		int code = end.exitCode() - FIRST;
		return (code > 0 && code <= LAST) ? Integer.valueOf(code) : null;
	}

	static String name(int signal) {
		return NAMES.getOrDefault(signal, "signal " + signal);
	}

}
