package io.tgr.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.BDDMockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.cluster.access.ScriptedAccess;
import io.tgr.cluster.kubernetes.KubernetesPods;
import io.tgr.cluster.kubernetes.LogTail;
import io.tgr.cluster.kubernetes.PodEvent;
import io.tgr.cluster.watch.WatchedCluster;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The samples under {@code docs/api/samples}; run with {@code -Dtgr.update-docs=true} to
 * write them anew.
 */
@ApiTest
class SamplesTests {

	private final JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private ApiClient client;

	@BeforeEach
	void open(@Autowired WebTestClient web, @Autowired WatchedCluster cluster, @Autowired ScriptedAccess access,
			@Autowired TestClock clock, @Autowired KubernetesPods pods) {
		clock.reset();
		access.reset();
		access.allow("viewer", Admission.LIST.in("shop"));
		Shop.open(cluster);
		this.client = new ApiClient(web, ScriptedAccess.ADMIN);
		BDDMockito.reset(pods);
		BDDMockito.given(pods.pod(Shop.CART.key())).willReturn(Mono.just(Shop.cart()));
		BDDMockito.given(pods.events(Shop.CART.key(), Shop.CART.uid()))
			.willReturn(Flux.just(new PodEvent("Warning", "BackOff", "Back-off restarting failed container cart",
					"kubelet", 12, TestClock.START.minusSeconds(3000), TestClock.START.minusSeconds(20))));
		BDDMockito.given(pods.log(Shop.CART.key(), "cart", true, 2, 65536))
			.willReturn(Mono.just(new LogTail(List.of("loading the catalogue", "java.lang.OutOfMemoryError"), false)));
		BDDMockito.given(pods.log(Shop.CART.key(), "proxy", false, 2, 65536))
			.willReturn(Mono.just(new LogTail(List.of("ready"), false)));
	}

	@ParameterizedTest
	@CsvSource({ "pods, admin, /pods?unhealthy=true, 200", "pods-some-namespaces, viewer, /pods?sort=-restarts, 200",
			"pods-summary, admin, /pods/summary?top=2, 200",
			"pods-pod, admin, /pods/shop/cart-7d9f-abcde?logLines=2, 200",
			"pods-not-allowed, viewer, /pods?namespace=a, 403",
			"pods-invalid-parameter, admin, /pods?sort=restart, 400" })
	void areWhatTheServiceAnswers(String name, String user, String uri, int status) throws IOException {
		Path kept = Path.of("..", "docs", "api", "samples", name + ".json");
		ApiClient caller = this.client.as(user);
		String text = this.json.writeValueAsString((status == 200) ? caller.get(uri) : caller.problem(uri, status))
				+ "\n";
		if (Boolean.getBoolean("tgr.update-docs")) {
			Files.createDirectories(kept.getParent());
			Files.writeString(kept, text);
		}
		assertThat(kept).as("after a change, run the tests with -Dtgr.update-docs=true").content().isEqualTo(text);
	}

}
