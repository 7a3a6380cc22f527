package io.tgr.details;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import io.tgr.sandbox.github.GithubSandbox;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Without credentials there are 60 calls an hour, and background work leaves 12 of them.
 */
@WithGithubSandbox
@TestPropertySource(properties = { "tgr.details.parts-per-hour=20", "tgr.inbound.requests-per-minute=6000",
		"tgr.inbound.trusted-hops=1" })
class ClientSharesIntegrationTests {

	@Autowired
	private WebTestClient client;

	@Autowired
	private GithubSandbox github;

	@Autowired
	private SandboxNames names;

	@Test
	void whoAsksForVeryMuchLeavesSomethingToOthers() {
		ask("192.0.2.1", this.names.next(60));
		assertThat(this.github.calls().byPath().core()).isBetween(45L, 48L);
		assertThat(ask("192.0.2.1", this.names.next(1)).get("complete").booleanValue()).isFalse();
		assertThat(ask("192.0.2.2", this.names.next(1)).get("complete").booleanValue()).isTrue();
		assertThat(ask(null, this.names.next(1)).get("complete").booleanValue()).isTrue();
	}

	private JsonNode ask(@Nullable String address, List<String> asked) {
		return Body.json(this.client.post().uri("/repos/batch").headers((headers) -> {
			if (address != null) {
				headers.set("X-Forwarded-For", address);
			}
		})
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(Map.of("names", asked, "parts", List.of("community")))
			.exchange()
			.expectStatus()
			.isOk());
	}

}
