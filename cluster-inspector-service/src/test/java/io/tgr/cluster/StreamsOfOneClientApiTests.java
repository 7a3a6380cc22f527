package io.tgr.cluster;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

import io.tgr.cluster.access.ScriptedAccess;
import io.tgr.cluster.watch.WatchedCluster;
import io.tgr.common.web.OpenStreams;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code GET /pods/stream} where requests are counted for each client.
 */
@ApiTest
@TestPropertySource(properties = { "tgr.inbound.requests-per-minute=6000", "tgr.cluster.max-streams-per-client=1" })
class StreamsOfOneClientApiTests {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	@Test
	void leavesRoomForOthers(@Autowired WatchedCluster cluster, @Autowired OpenStreams streams,
			@Autowired WebTestClient webClient, @LocalServerPort int port) {
		cluster.heard();
		Shop.open(cluster);
		Disposable open = new EventClient(port).follow("/pods/stream", null, ScriptedAccess.ADMIN).subscribe();
		try {
			Flux.interval(Duration.ofMillis(20)).takeUntil((tick) -> streams.open() == 1).blockLast(PATIENCE);
			assertThat(
					new ApiClient(webClient, ScriptedAccess.ADMIN).problem("/pods/stream", 429).get("type").asString())
				.isEqualTo("urn:tgr:problem:too-many-streams");
			assertThat(streams.open()).isOne();
		}
		finally {
			open.dispose();
		}
	}

}
