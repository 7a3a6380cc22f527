package io.tgr.sandbox.github.fault;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.sandbox.github.GithubSandbox;
import io.tgr.sandbox.github.MovableClock;
import io.tgr.sandbox.github.SandboxClient;
import io.tgr.sandbox.github.SandboxClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorInjectionTests {

	private static final String REPOSITORY = "/repos/spring-projects/spring-boot";

	private static final String QUERY = "{ repository(owner: \"spring-projects\", name: \"spring-boot\") { name } }";

	private static final MovableClock CLOCK = new MovableClock("2026-11-22T12:00:00Z");

	private static final GithubSandbox SANDBOX = GithubSandbox.builder().clock(CLOCK).start();

	private final SandboxClient client = SandboxClient.withToken(SANDBOX);

	@AfterEach
	void calm() throws IOException {
		this.client.send("DELETE", "/_sandbox/faults", null);
		this.client.send("POST", "/_sandbox/limits/reset", null);
	}

	@AfterAll
	static void stop() {
		SANDBOX.close();
	}

	static Stream<GithubError> errors() throws IOException {
		return new GithubErrors(JsonMapper.shared()).all().stream();
	}

	@ParameterizedTest
	@MethodSource("errors")
	void answersEveryErrorAsItWasSeen(GithubError error) throws IOException {
		order(Map.of("path", "/**", "error", error.id()));
		Answer answer = error.graphql() ? this.client.query(QUERY) : this.client.get(REPOSITORY);
		assertThat(answer.status()).isEqualTo(error.status());
		String type = error.headers().get("content-type");
		if (type != null) {
			assertThat(answer.header("content-type")).isEqualTo(type);
		}
		assertThat(answer.headers().containsKey("retry-after")).isEqualTo(error.headers().containsKey("retry-after"));
		assertThat(answer.headers().containsKey("x-ratelimit-limit")).isEqualTo(error.metered());
		JsonNode body = error.body();
		if (body == null) {
			assertThat(answer.bytes()).isEmpty();
		}
		else if (body.isObject()) {
			assertThat(answer.json().propertyNames()).containsExactlyInAnyOrderElementsOf(body.propertyNames());
			assertThat(answer.message())
				.startsWith(body.path("message").asString("").split("request ID|user ID|[0-9]")[0]);
		}
		else {
			assertThat(answer.text()).contains("<html>");
		}
	}

	@Test
	void makesTheResetOfAPrimaryLimitTrue() throws IOException {
		order(Map.of("path", "/repos/**", "error", "primary-rate-limit-token"));
		Answer answer = this.client.get(REPOSITORY);
		assertThat(answer.headers()).containsEntry("x-ratelimit-remaining", "0")
			.containsEntry("x-ratelimit-used", "5000")
			.containsEntry("x-ratelimit-reset", Long.toString(CLOCK.instant().getEpochSecond() + 3600));
		assertThat(answer.message()).contains("timestamp 2026-11-22 12:00:00 UTC");
	}

	@Test
	void asksToWaitAsLongAsOrdered() throws IOException {
		order(Map.of("error", "primary-rate-limit-token", "retryAfter", 7));
		assertThat(this.client.get(REPOSITORY).header("x-ratelimit-reset"))
			.isEqualTo(Long.toString(CLOCK.instant().getEpochSecond() + 7));
		order(Map.of("error", "secondary-rate-limit-403", "retryAfter", 2));
		assertThat(this.client.get(REPOSITORY).header("retry-after")).isEqualTo("2");
	}

	@Test
	void chargesNothingForARefusal() throws IOException {
		order(Map.of("error", "secondary-rate-limit-403"));
		assertThat(this.client.get(REPOSITORY).header("x-ratelimit-used")).isEqualTo("0");
		order(Map.of("error", "not-found"));
		assertThat(this.client.get(REPOSITORY).header("x-ratelimit-used")).isEqualTo("1");
	}

	@Test
	void sendsTheWholeUnicorn() throws IOException {
		order(Map.of("error", "unicorn-503"));
		Answer answer = this.client.get(REPOSITORY);
		assertThat(answer.bytes()).hasSize(Unicorn.SIZE);
		assertThat(answer.text()).contains("<title>Unicorn!").endsWith("</html>\n");
	}

	@Test
	void pointsRedirectsAtItself() throws IOException {
		order(Map.of("error", "moved-permanently"));
		Answer answer = this.client.get(REPOSITORY);
		assertThat(answer.header("location")).isEqualTo(SANDBOX.url() + "/repositories/40763577");
		assertThat(answer.json().get("url").asString()).isEqualTo(answer.header("location"));
	}

	@Test
	void strikesOnlyThePathsOrdered() throws IOException {
		order(Map.of("path", "/search/**", "error", "unicorn-503"));
		assertThat(this.client.get(REPOSITORY).status()).isEqualTo(200);
		assertThat(this.client.query(QUERY).status()).isEqualTo(200);
		assertThat(this.client.get("/search/repositories?q=spring").status()).isEqualTo(503);
		assertThat(this.client.get("/_sandbox/calls").status()).isEqualTo(200);
	}

	@Test
	void strikesThreeOfTenInTheSamePlacesEachTime() throws IOException {
		List<Integer> first = statuses();
		assertThat(first).filteredOn((status) -> status == 503).hasSize(6);
		assertThat(statuses()).isEqualTo(first);
	}

	@Test
	void losesOneAliasOfAPartialFailureAndKeepsTheRest() throws IOException {
		String query = "{ a: repository(owner: \"spring-projects\", name: \"spring-boot\") { name }"
				+ " b: repository(owner: \"spring-projects\", name: \"spring-boot\") { name } }";
		order(Map.of("path", "/graphql", "error", "graphql-resource-limits"));
		JsonNode answer = this.client.query(query).json();
		assertThat(answer.at("/data/a").isNull()).isTrue();
		assertThat(answer.at("/data/b/name").asString()).isEqualTo("spring-boot");
		assertThat(answer.at("/errors/0/type").asString()).isEqualTo("RESOURCE_LIMITS_EXCEEDED");
		assertThat(answer.at("/errors/0/path/0").asString()).isEqualTo("a");
	}

	@Test
	void refusesOrdersItDoesNotUnderstand() throws IOException {
		Answer unknown = this.client.send("PUT", "/_sandbox/faults", List.of(Map.of("error", "sharknado")));
		assertThat(unknown.status()).isEqualTo(400);
		assertThat(unknown.json().get("allowed").valueStream().map(JsonNode::asString)).contains("unicorn-503",
				"reset");
		assertThat(this.client.send("PUT", "/_sandbox/faults", List.of(Map.of("error", "reset", "rate", 1.5))).status())
			.isEqualTo(400);
	}

	private List<Integer> statuses() throws IOException {
		order(Map.of("path", "/repos/**", "error", "unicorn-503", "rate", 0.3));
		int[] statuses = new int[20];
		for (int call = 0; call < statuses.length; call++) {
			statuses[call] = this.client.get(REPOSITORY + "/topics").status();
		}
		return Arrays.stream(statuses).boxed().toList();
	}

	private void order(Map<String, ?> rule) throws IOException {
		assertThat(this.client.send("PUT", "/_sandbox/faults", List.of(rule)).status()).isEqualTo(200);
	}

}
