package io.tgr.cluster.detail;

import java.util.Objects;

import io.tgr.cluster.pod.Resources;
import io.tgr.cluster.pod.Termination;

/**
 * Says in a plain sentence why a container died.
 */
final class Explanations {

	private static final String[] UNITS = { "", "Ki", "Mi", "Gi", "Ti" };

	private Explanations() {
	}

	static String of(Termination end, Resources limits) {
		String known = byReason(end, limits);
		if (!known.isEmpty()) {
			return known;
		}
		Integer signal = Signals.of(end);
		return (signal != null) ? bySignal(signal) : byCode(end.exitCode());
	}

	private static String byReason(Termination end, Resources limits) {
		Long memory = limits.memoryBytes();
		return switch (Objects.requireNonNullElse(end.reason(), "")) {
			case "OOMKilled" -> (memory != null) ? "killed: out of memory (limit %s)".formatted(binary(memory))
					: "killed: out of memory (it has no limit: its node had none left)";
			case "StartError", "ContainerCannotRun", "RunContainerError", "CreateContainerError" ->
				"could not be started: its command, a mount or its user is wrong";
			case "ContainerStatusUnknown" -> "not seen any more: its node lost it, so how it ended is not known";
			case "DeadlineExceeded" -> "stopped: it took longer than its deadline allows";
			case "Evicted" -> "stopped: its node was short of resources";
			default -> "";
		};
	}

	private static String bySignal(int signal) {
		String name = Signals.name(signal);
		return switch (signal) {
			case 9 ->
				"killed by %s: it did not stop in its grace period, its probe or its node killed it".formatted(name);
			case 11 -> "crashed by %s: it touched memory that is not its own".formatted(name);
			case 15 -> "stopped by %s: it was asked to end, and did not end by itself with 0".formatted(name);
			case 6 -> "aborted itself by %s, as after a failed assertion".formatted(name);
			case 4, 7, 8 -> "crashed by %s".formatted(name);
			default -> "ended by %s".formatted(name);
		};
	}

	private static String byCode(int code) {
		return switch (code) {
			case 0 -> "ended by itself, without an error (exit code 0)";
			case 126 -> "could not run its command: not executable, or not allowed (exit code 126)";
			case 127 -> "could not find its command (exit code 127)";
			default -> "ended with an error of its own (exit code %d): see its log".formatted(code);
		};
	}

	static String binary(long bytes) {
		long value = bytes;
		int unit = 0;
		while (unit < UNITS.length - 1 && value >= 1024 && value % 1024 == 0) {
			value /= 1024;
			unit++;
		}
		return value + UNITS[unit];
	}

}
