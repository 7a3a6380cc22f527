package io.tgr.sandbox.cluster.life;

import java.time.Duration;

/**
 * The waits of the kubelet: ten seconds, twice as long each time, five minutes at most.
 */
final class BackOff {

	private static final Duration LONGEST = Duration.ofMinutes(5);

	private static final int DOUBLINGS = 5;

	private BackOff() {
	}

	static Duration before(int attempt) {
		Duration wait = Duration.ofSeconds(10L << Math.min(DOUBLINGS, Math.max(0, attempt - 1)));
		return (wait.compareTo(LONGEST) > 0) ? LONGEST : wait;
	}

	static String text(Duration wait) {
		return (wait.toMinutes() > 0) ? wait.toMinutes() + "m" + wait.toSecondsPart() + "s" : wait.toSeconds() + "s";
	}

}
