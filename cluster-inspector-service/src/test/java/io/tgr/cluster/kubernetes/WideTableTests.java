package io.tgr.cluster.kubernetes;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;

import io.tgr.cluster.pod.PodRow;
import io.tgr.cluster.row.PodTable;

import static org.assertj.core.api.Assertions.assertThat;

class WideTableTests {

	private static final String WIDE = new String(Recorded.bytes("wide.txt"), StandardCharsets.UTF_8);

	@Test
	void isWhatKubectlPrinted() {
		assertThat(table((row) -> true)).isEqualTo(WIDE);
	}

	@Test
	void isAsWideAsItsRowsNeed() {
		assertThat(table((row) -> row.key().namespace().equals("states-b"))).isEqualTo(
				"""
						NAMESPACE   NAME         READY   STATUS             RESTARTS      AGE     IP              NODE       NOMINATED NODE   READINESS GATES
						states-b    crash-loop   0/1     CrashLoopBackOff   6 (49s ago)   7m11s   10.199.64.193   tgr-node   <none>           <none>
						states-b    only-in-b    1/1     Running            0             7m11s   10.199.64.194   tgr-node   <none>           <none>
						states-b    running      1/1     Running            0             7m11s   10.199.64.198   tgr-node   <none>           <none>
						""");
	}

	@Test
	void saysThatThereIsNothing() {
		assertThat(table((row) -> false)).isEqualTo("No resources found\n");
	}

	private static String table(Predicate<PodRow> selection) {
		List<PodRow> rows = Recorded.pods().stream().map(PodRows::of).filter(selection).toList();
		return PodTable.of(rows, Recorded.tableRecordedAt());
	}

}
