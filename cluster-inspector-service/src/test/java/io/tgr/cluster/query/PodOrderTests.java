package io.tgr.cluster.query;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.tgr.cluster.pod.PodKey;

import static org.assertj.core.api.Assertions.assertThat;

class PodOrderTests {

	@Test
	void isThatOfTheApiServersKeys() {
		List<PodKey> keys = Stream
			.of("states/b", "states/a", "states-b/a", "states-/z", "state/x", "st/y", "statesx/a", "states/a-b",
					"states/a.b", "states0/a")
			.map((text) -> new PodKey(text.substring(0, text.indexOf('/')), text.substring(text.indexOf('/') + 1)))
			.sorted(PodOrder::compareKeys)
			.toList();
		assertThat(keys).extracting(PodKey::toString).isSorted().hasSize(10);
	}

}
