package io.tgr.cluster.kubernetes;

import java.time.Instant;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.Pod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.tgr.cluster.pod.PodCells;

import static org.assertj.core.api.Assertions.assertThat;

class KubectlStatusTests {

	private static final Instant NOW = Instant.parse("2026-01-01T01:00:00Z");

	private static final String RUNNING = "{name: a, ready: true, restartCount: 0, state: {running: {}}}";

	private static final String DEAD = "{name: b, restartCount: 2, state: {terminated: {exitCode: 0, reason: Completed}}}";

	private static final String DIED_BEFORE = "lastState: {terminated: {exitCode: 1, finishedAt: '2026-01-01T00:54:30Z'}}";

	static Stream<Arguments> withoutInitContainers() {
		return Stream.of(Arguments.of("phase: Pending", "0/1", "Pending", "0"), Arguments.of("", "0/1", "", "0"),
				Arguments.of("phase: Failed, reason: Evicted", "0/1", "Evicted", "0"),
				Arguments.of("phase: Pending, conditions: [{type: PodScheduled, reason: SchedulingGated}]", "0/1",
						"SchedulingGated", "0"),
				Arguments.of("phase: Pending, conditions: [{type: PodScheduled, reason: Unschedulable}]", "0/1",
						"Pending", "0"),
				running("{name: a, restartCount: 0, state: {waiting: {reason: ContainerCreating}}}", "0/1",
						"ContainerCreating", "0"),
				running("{name: a, restartCount: 0, state: {waiting: {}}}", "0/1", "Running", "0"),
				running("{name: a, restartCount: 7, state: {waiting: {reason: CrashLoopBackOff}}, " + DIED_BEFORE + "}",
						"0/1", "CrashLoopBackOff", "7 (5m30s ago)"),
				running("{name: a, restartCount: 0, state: {terminated: {exitCode: 137, reason: OOMKilled}}}", "0/1",
						"OOMKilled", "0"),
				running("{name: a, restartCount: 0, state: {terminated: {exitCode: 137, signal: 9}}}", "0/1",
						"Signal:9", "0"),
				running("{name: a, restartCount: 1, state: {terminated: {exitCode: 3}}}", "0/1", "ExitCode:3", "1"),
				running(RUNNING, "1/1", "Running", "0"),
				running("{name: a, ready: false, restartCount: 3, state: {running: {}}, " + DIED_BEFORE + "}", "0/1",
						"Running", "3 (5m30s ago)"),
				running("{name: a, ready: true, restartCount: 0, state: {running: {}}, " + DIED_BEFORE + "}", "1/1",
						"Running", "0"),
				Arguments.of("phase: Running, conditions: [{type: Ready, status: 'True'}], containerStatuses: ["
						+ RUNNING + ", " + DEAD + "]", "1/1", "Running", "2"),
				Arguments.of("phase: Running, conditions: [{type: Ready, status: 'True'}], containerStatuses: [" + DEAD
						+ ", " + RUNNING + "]", "1/1", "Running", "2"),
				Arguments.of("phase: Running, conditions: [{type: Ready, status: 'False'}], containerStatuses: [" + DEAD
						+ ", " + RUNNING + "]", "1/1", "NotReady", "2"));
	}

	private static Arguments running(String container, String ready, String status, String restarts) {
		return Arguments.of("phase: Running, containerStatuses: [" + container + "]", ready, status, restarts);
	}

	static Stream<Arguments> withInitContainers() {
		String waits = ", containerStatuses: [{name: a, restartCount: 4, state: {waiting: {reason: PodInitializing}}}]";
		String prepared = "{name: prepare, restartCount: 1, " + DIED_BEFORE
				+ ", state: {terminated: {exitCode: 0, reason: Completed}}}";
		String beside = "{name: beside, ready: true, started: true, restartCount: 2, state: {running: {}}}";
		return Stream.of(
				init("{name: prepare, restartCount: 0, state: {waiting: {reason: PodInitializing}}}" + "]" + waits,
						"0/2", "Init:0/2", "0"),
				init("{name: prepare, restartCount: 0, state: {waiting: {reason: ErrImageNeverPull}}}]", "0/2",
						"Init:ErrImageNeverPull", "0"),
				init("{name: prepare, restartCount: 0, state: {running: {}}}]" + waits, "0/2", "Init:0/2", "0"),
				init("{name: prepare, restartCount: 5, state: {terminated: {exitCode: 1, reason: Error}}}]" + waits,
						"0/2", "Init:Error", "5"),
				init("{name: prepare, restartCount: 0, state: {terminated: {exitCode: 1, signal: 15}}}]", "0/2",
						"Init:Signal:15", "0"),
				init("{name: prepare, restartCount: 0, state: {terminated: {exitCode: 2}}}]", "0/2", "Init:ExitCode:2",
						"0"),
				init(prepared + ", {name: beside, restartCount: 0, started: false, state: {running: {}}}]" + waits,
						"0/2", "Init:1/2", "1 (5m30s ago)"),
				init(prepared + ", " + beside + "], containerStatuses: [" + RUNNING + "]", "2/2", "Running", "2"),
				init(prepared + ", {name: beside, started: true, ready: false, restartCount: 0, state: {running: {}}}]"
						+ ", containerStatuses: [" + RUNNING + "]", "1/2", "Running", "0"),
				init(prepared + ", {name: beside, restartCount: 3, state: {waiting: {reason: CrashLoopBackOff}}, "
						+ DIED_BEFORE + "}], conditions: [{type: Initialized, status: 'True'}], containerStatuses: ["
						+ RUNNING + "]", "1/2", "Init:CrashLoopBackOff", "3 (5m30s ago)"),
				init(prepared + ", {name: beside, restartCount: 3, state: {waiting: {reason: CrashLoopBackOff}}}"
						+ "], conditions: [{type: Initialized, status: 'True'}], containerStatuses: [{name: a, "
						+ "restartCount: 1, state: {terminated: {exitCode: 1, reason: Error}}}]", "0/2", "Error", "4"));
	}

	private static Arguments init(String containers, String ready, String status, String restarts) {
		return Arguments.of("phase: Running, initContainerStatuses: [" + containers, ready, status, restarts);
	}

	static Stream<Arguments> deleted() {
		return Stream.of(Arguments.of("phase: Running", "Terminating"), Arguments.of("phase: Pending", "Terminating"),
				Arguments.of("phase: Running, reason: NodeLost", "Unknown"),
				Arguments.of("phase: Succeeded", "Succeeded"),
				Arguments.of("phase: Failed, reason: NodeLost", "Unknown"),
				Arguments.of("phase: Failed, reason: Evicted", "Evicted"));
	}

	@ParameterizedTest
	@MethodSource
	void withoutInitContainers(String status, String ready, String reason, String restarts) {
		assertPrinted("metadata: {name: p, namespace: n}\nspec: {containers: [{name: a}]}", status, ready, reason,
				restarts);
	}

	@ParameterizedTest
	@MethodSource
	void withInitContainers(String status, String ready, String reason, String restarts) {
		assertPrinted("metadata: {name: p, namespace: n}\nspec: {containers: [{name: a}], initContainers: "
				+ "[{name: prepare}, {name: beside, restartPolicy: Always}]}", status, ready, reason, restarts);
	}

	@ParameterizedTest
	@MethodSource
	void deleted(String status, String reason) {
		assertPrinted("metadata: {name: p, namespace: n, deletionTimestamp: '2026-01-01T00:00:00Z'}\n"
				+ "spec: {containers: [{name: a}]}", status, "0/1", reason, "0");
	}

	private static void assertPrinted(String pod, String status, String ready, String reason, String restarts) {
		PodCells cells = PodCells.of(PodRows.of(Recorded.read(pod + "\nstatus: {" + status + "}", Pod.class)), NOW);
		assertThat(cells.ready()).isEqualTo(ready);
		assertThat(cells.status()).isEqualTo(reason);
		assertThat(cells.restarts()).isEqualTo(restarts);
	}

}
