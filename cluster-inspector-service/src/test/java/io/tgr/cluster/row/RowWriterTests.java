package io.tgr.cluster.row;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.cluster.PodBuilder;
import io.tgr.cluster.TestClock;
import io.tgr.cluster.pod.Owner;
import io.tgr.cluster.pod.PodRow;
import io.tgr.cluster.pod.PodUsage;
import io.tgr.cluster.pod.Resources;
import io.tgr.cluster.pod.Warning;
import io.tgr.cluster.watch.WatchedCluster;

import static org.assertj.core.api.Assertions.assertThat;

class RowWriterTests {

	private static final VisibleParts ALL = new VisibleParts(VisibleParts.Where.EVERYWHERE,
			VisibleParts.Where.EVERYWHERE);

	private static final Instant NOW = TestClock.START;

	private final JsonMapper json = JsonMapper.builder().build();

	private final WatchedCluster cluster = new WatchedCluster(new TestClock(), 16);

	private RowWriter writer;

	@BeforeEach
	void create() {
		this.writer = new RowWriter(this.json, this.cluster.owners, this.cluster.warnings, this.cluster.usage,
				new RowProperties(DataSize.ofKilobytes(100)));
	}

	static Stream<PodRow> rows() {
		return Stream.of(PodBuilder.pod("shop", "plain").row(), PodBuilder.pod("shop", "bare").containers().row(),
				PodBuilder.pod("shop", "labels")
					.labels(Map.of("age", "", "owner", "null", "usage", "null", "restartsText", "", "quote",
							"\"usage\":null", "text", "\"age\":\"\""))
					.row(),
				PodBuilder.pod("shop", "crash")
					.restarts(7, NOW.minusSeconds(61))
					.controller(new Owner("ReplicaSet", "x\"y", "rs"))
					.containers(PodBuilder.crashing("app", 7, NOW), PodBuilder.container("side\"car", 0))
					.row());
	}

	@ParameterizedTest
	@MethodSource("rows")
	void writesWhatTheRecordSays(PodRow row) {
		assertThat(written(row, ALL)).isEqualTo(said(row, ALL));
		this.cluster.behind("ReplicaSet", "rs", new Owner("Deployment", "späti \"24/7\"", "d"));
		this.cluster.warn(new Warning("w", row.uid(), "Unhealthy", "line\nand \"quotes\" \u2028", 3, NOW, NOW));
		this.cluster.uses(Map.of(row.key(), new PodUsage(NOW, Map.of("app", new Resources(1L, 2L)))));
		assertThat(written(row, ALL)).isEqualTo(said(row, ALL)).contains("Unhealthy");
		assertThat(written(row, VisibleParts.NONE)).isEqualTo(said(row, VisibleParts.NONE)).doesNotContain("Unhealthy");
	}

	private String said(PodRow row, VisibleParts parts) {
		return this.json.writeValueAsString(this.writer.item(row, parts, NOW));
	}

	private String written(PodRow row, VisibleParts parts) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		this.writer.write(out, row, parts, NOW);
		return out.toString(StandardCharsets.UTF_8);
	}

}
