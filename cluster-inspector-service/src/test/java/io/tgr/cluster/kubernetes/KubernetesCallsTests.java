package io.tgr.cluster.kubernetes;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class KubernetesCallsTests {

	private final ApiServer api = new ApiServer(Map.of("tgr.cluster.concurrency", "1", "tgr.cluster.timeout", "5s"));

	private final Disposable.Composite flood = Disposables.composite();

	@AfterEach
	void stop() {
		this.flood.dispose();
		this.api.close();
	}

	@Test
	void aFloodOfReviewsLeavesOurOwnCallsAlone() {
		this.api.on("/apis/authentication.k8s.io/v1/tokenreviews", (request, response) -> Mono.never());
		this.api.on("/api/v1/pods", 200, Recorded.bytes("pods.json"));
		Reviews reviews = new Reviews(this.api.calls());
		for (int caller = 0; caller < 5; caller++) {
			this.flood.add(reviews.token("token-" + caller, List.of()).onErrorComplete().subscribe());
		}
		StepVerifier.create(this.api.lists().list(Kind.PODS, null, null))
			.expectNextCount(1)
			.expectComplete()
			.verify(Duration.ofSeconds(4));
	}

}
