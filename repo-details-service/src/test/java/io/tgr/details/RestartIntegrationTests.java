package io.tgr.details;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import io.tgr.sandbox.github.GithubSandbox;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole service, ended and started again.
 */
class RestartIntegrationTests {

	private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T12:00:00Z"));

	@TempDir
	private Path directory;

	@Test
	void whatIsFreshCostsNothingAfterARestartAndWhatIsUnchangedIsConfirmed() {
		try (GithubSandbox github = GithubSandbox.builder().clock(this.clock).secondaryLimits(false).start()) {
			List<String> names = List.of("spring-projects/spring-boot", "torvalds/linux", "Comfy-Org/ComfyUI");
			JsonNode before;
			try (ConfigurableApplicationContext service = start(github)) {
				before = ask(service, names);
				assertThat(before.get("complete").booleanValue()).isTrue();
			}
			github.forgetCalls();
			try (ConfigurableApplicationContext service = start(github)) {
				assertThat(ask(service, names)).isEqualTo(before);
				assertThat(github.calls().byPath().core() + github.calls().byPath().graphql()).isZero();
				assertThat(raw(service)).contains("full_name");
			}
			this.clock.advance(Duration.ofHours(2));
			github.forgetCalls();
			try (ConfigurableApplicationContext service = start(github)) {
				ask(service, names);
				assertThat(notModified(service)).isGreaterThanOrEqualTo(3);
			}
		}
	}

	private ConfigurableApplicationContext start(GithubSandbox github) {
		return new SpringApplicationBuilder(RepoDetailsServiceApplication.class).web(WebApplicationType.REACTIVE)
			.initializers((context) -> ((GenericApplicationContext) context).registerBean("testClock", Clock.class,
					() -> this.clock, (definition) -> definition.setPrimary(true)))
			.properties(Map.of("spring.main.banner-mode", "off"))
			.run("--server.port=0", "--tgr.github.url=" + github.url(), "--tgr.github.token=sandbox-token",
					"--tgr.store.path=" + this.directory, "--spring.reactor.netty.shutdown-quiet-period=0s");
	}

	private static JsonNode ask(ConfigurableApplicationContext service, List<String> names) {
		return Body.json(client(service).post()
			.uri("/repos/batch")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(Map.of("names", names))
			.exchange()
			.expectStatus()
			.isOk());
	}

	private static String raw(ConfigurableApplicationContext service) {
		byte[] body = client(service).get()
			.uri("/repos/spring-projects/spring-boot")
			.accept(MediaType.parseMediaType("application/vnd.github+json"))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseBody();
		return new String((body != null) ? body : new byte[0]);
	}

	private static double notModified(ConfigurableApplicationContext service) {
		return service.getBean(MeterRegistry.class)
			.counter("tgr.github.requests", "bucket", "core", "outcome", "not-modified")
			.count();
	}

	private static WebTestClient client(ConfigurableApplicationContext service) {
		return WebTestClient.bindToServer()
			.baseUrl("http://localhost:" + service.getEnvironment().getProperty("local.server.port"))
			.responseTimeout(Duration.ofSeconds(20))
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(4 << 20))
			.build();
	}

}
