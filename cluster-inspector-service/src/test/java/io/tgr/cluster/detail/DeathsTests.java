package io.tgr.cluster.detail;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.tgr.cluster.pod.Resources;
import io.tgr.cluster.pod.Termination;

import static org.assertj.core.api.Assertions.assertThat;

class DeathsTests {

	private static final Instant THEN = Instant.parse("2026-11-22T04:00:00Z");

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "OOMKilled|137||134217728|killed: out of memory (limit 128Mi)",
			"OOMKilled|137||1500000|killed: out of memory (limit 1500000)",
			"OOMKilled|137|||killed: out of memory (it has no limit: its node had none left)",
			"Error|137|||killed by SIGKILL: it did not stop in its grace period, its probe or its node killed it",
			"Error|139|||crashed by SIGSEGV: it touched memory that is not its own",
			"Error|143|||stopped by SIGTERM: it was asked to end, and did not end by itself with 0",
			"Error|134|||aborted itself by SIGABRT, as after a failed assertion", "Error|135|||crashed by SIGBUS",
			"Error|130|||ended by SIGINT", "|0|34||ended by signal 34",
			"Error|1|||ended with an error of its own (exit code 1): see its log",
			"Error|255|||ended with an error of its own (exit code 255): see its log",
			"Error|126|||could not run its command: not executable, or not allowed (exit code 126)",
			"Error|127|||could not find its command (exit code 127)",
			"StartError|128|||could not be started: its command, a mount or its user is wrong",
			"Completed|0|||ended by itself, without an error (exit code 0)",
			"ContainerStatusUnknown|137|||not seen any more: its node lost it, so how it ended is not known" })
	void areExplained(@Nullable String reason, int code, @Nullable Integer signal, @Nullable Long limit,
			String explanation) {
		Termination end = new Termination(reason, code, signal, THEN, THEN);
		assertThat(Explanations.of(end, new Resources(null, limit))).isEqualTo(explanation);
	}

}
