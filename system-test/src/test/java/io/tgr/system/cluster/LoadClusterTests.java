package io.tgr.system.cluster;

import java.net.URI;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.reactive.server.WebTestClient;

import io.tgr.system.Json;
import io.tgr.system.TgrExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No request is lost while pods come and go, at 200 requests a second through the
 * gateway.
 */
@ExtendWith(TgrExtension.class)
class LoadClusterTests {

	private static final String TRENDING = "/trending?language=java&window=weekly";

	private static final String FACTS = "/repos/spring-projects/spring-boot?parts=facts";

	@AfterEach
	void one() {
		Kubectl.scale("trending-service", 1);
	}

	@ParameterizedTest
	@CsvSource({ "trending-service, " + TRENDING, "repo-details-service, " + FACTS })
	void aRollingUpdateLosesNoRequest(String deployment, String path, URI gateway, WebTestClient tgr) {
		Json.get(tgr, path);
		String before = Kubectl.pods(deployment).get(0).at("/metadata/name").asString();
		try (Load load = Load.on(gateway.resolve(path))) {
			Kubectl.run("rollout", "restart", "deployment/" + deployment);
			Kubectl.rolledOut(deployment);
			Kubectl.run("wait", "--for=delete", "pod/" + before, "--timeout=90s");
			load.assertNoneFailed();
		}
	}

	@Test
	void scalingUpAndDownLosesNoRequest(URI gateway, WebTestClient tgr) {
		Json.get(tgr, TRENDING);
		try (Load load = Load.on(gateway.resolve(TRENDING))) {
			Kubectl.scale("trending-service", 3);
			assertThat(Kubectl.pods("trending-service")).hasSize(3);
			Kubectl.scale("trending-service", 1);
			Waiting
				.until(() -> assertThat(Kubectl.items("get", "pods", "-l", "app.kubernetes.io/name=trending-service"))
					.hasSize(1));
			load.assertNoneFailed();
		}
	}

}
