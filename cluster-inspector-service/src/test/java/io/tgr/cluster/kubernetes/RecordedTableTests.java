package io.tgr.cluster.kubernetes;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.Pod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.tgr.cluster.pod.PodCells;
import io.tgr.cluster.pod.PodKey;

import static org.assertj.core.api.Assertions.assertThat;

class RecordedTableTests {

	private static final Map<PodKey, List<String>> TABLE = Recorded.tableCells();

	private static final Instant NOW = Recorded.tableRecordedAt();

	static Stream<PodCells> pods() {
		return Recorded.pods().stream().map(PodRows::of).map((row) -> PodCells.of(row, NOW));
	}

	@ParameterizedTest
	@MethodSource("pods")
	void everyCellIsTheOneThatTheApiServerPrints(PodCells pod) {
		assertThat(pod.all().subList(1, 10)).isEqualTo(TABLE.get(new PodKey(pod.namespace(), pod.name())));
	}

	@Test
	void everyRowIsThere() {
		assertThat(pods().map((pod) -> new PodKey(pod.namespace(), pod.name()))).hasSizeGreaterThan(100)
			.containsExactlyElementsOf(TABLE.keySet());
	}

	@Test
	void nothingPlantedIsKept() {
		List<Pod> pods = Recorded.pods();
		assertThat(pods.toString()).contains("PLANTED-ENV-VALUE-of-the-app", "PLANTED-HEADER-key");
		assertThat(pods.stream().map(PodRows::of).toList().toString()).doesNotContain("PLANTED");
	}

}
