package io.tgr.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import io.tgr.cluster.access.ScriptedAccess;
import io.tgr.cluster.pod.PodRow;
import io.tgr.cluster.watch.WatchedCluster;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Paging through {@code GET /pods}.
 */
@ApiTest
class ContinueApiTests {

	@Autowired
	private WatchedCluster cluster;

	@Autowired
	private ScriptedAccess access;

	@Autowired
	private TestClock clock;

	private ApiClient client;

	@BeforeEach
	void open(@Autowired WebTestClient webClient) {
		this.clock.reset();
		this.access.reset();
		List<PodRow> rows = new ArrayList<>();
		for (int i = 0; i < 25; i++) {
			rows.add(row(i));
		}
		this.cluster.listed(rows.toArray(PodRow[]::new));
		this.client = new ApiClient(webClient, ScriptedAccess.ADMIN);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "name", "-name", "age", "-age", "restarts", "-restarts", "status", "node", "-node", "cpu" })
	void tellsEachRowOnce(String sort) {
		List<String> all = this.client.names("/pods?limit=5000&sort=" + sort);
		List<String> paged = new ArrayList<>();
		String token = null;
		do {
			JsonNode page = this.client.get("/pods?limit=4&sort=" + sort + after(token));
			assertThat(page.get("total").asInt()).isEqualTo(25);
			assertThat(page.get("items")).hasSizeLessThanOrEqualTo(4);
			paged.addAll(ApiClient.names(page));
			token = page.get("continue").asString(null);
		}
		while (token != null);
		assertThat(paged).isEqualTo(all).hasSize(25);
	}

	@Test
	void shiftsNoPageWhenRowsComeAndGo() {
		JsonNode first = this.client.get("/pods?limit=10");
		this.cluster.remove(row(3));
		this.cluster.remove(row(9));
		this.cluster.put(PodBuilder.pod("n", "pod-0005-new").row());
		this.cluster.put(PodBuilder.pod("n", "pod-0012-new").row());
		JsonNode second = this.client.get("/pods?limit=10" + after(first.get("continue").asString()));
		assertThat(ApiClient.names(second)).startsWith("n/pod-0010", "n/pod-0011", "n/pod-0012", "n/pod-0012-new");
	}

	@Test
	void takesAnotherLimitOnTheWay() {
		JsonNode first = this.client.get("/pods?limit=3");
		assertThat(this.client.names("/pods?limit=5000" + after(first.get("continue").asString()))).hasSize(22);
	}

	@Test
	void goesOnInTheTable() {
		String link = String
			.valueOf(this.client.text("/pods?limit=10&status=Running").getResponseHeaders().getFirst("Link"));
		assertThat(link).startsWith("</pods?").endsWith(">; rel=\"next\"");
		String rest = this.client.text(link.substring(1, link.indexOf('>'))).getResponseBody();
		assertThat(rest).startsWith("NAMESPACE   NAME").hasLineCount(9);
	}

	@Test
	void refusesAnOldOne() {
		String token = token("/pods?limit=1");
		this.clock.advance(Duration.ofSeconds(300));
		assertThat(this.client.names("/pods?limit=1" + after(token))).hasSize(1);
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(problem(token, 410).get("type").asString()).isEqualTo("urn:tgr:problem:continue-expired");
	}

	@Test
	void refusesOneOfAnotherProcess() {
		byte[] token = Base64.getUrlDecoder().decode(token("/pods?limit=1"));
		token[0]++;
		assertThat(problem(text(token), 410).get("detail").asString()).contains("another process");
	}

	@Test
	void refusesAForgedOne() {
		byte[] token = Base64.getUrlDecoder().decode(token("/pods?limit=1"));
		for (int i = 8; i < token.length; i++) {
			byte[] forged = token.clone();
			forged[i]++;
			JsonNode problem = problem(text(forged), 400);
			assertThat(problem.get("parameter").asString()).isEqualTo("continue");
			assertThat(problem.get("allowed").asString()).contains("damaged or not ours");
		}
	}

	@Test
	void refusesADamagedOne() {
		String token = token("/pods?limit=1");
		for (String damaged : List.of("x", "!!", token.substring(0, 30), token.substring(0, token.length() - 2),
				token + "AA", "A".repeat(3000))) {
			int status = this.client.ask("/pods?limit=1" + after(damaged), "*/*")
				.expectBody()
				.returnResult()
				.getStatus()
				.value();
			assertThat(status).as(damaged).isIn(400, 410);
		}
		assertThat(problem("", 400).get("parameter").asString()).isEqualTo("continue");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/pods?limit=1&sort=age", "/pods?limit=1&namespace=n", "/pods?limit=1&unhealthy=true",
			"/pods?limit=1&labelSelector=a=b" })
	void refusesOneOfAnotherQuery(String uri) {
		JsonNode problem = this.client.problem(uri + after(token("/pods?limit=1")), 400);
		assertThat(problem.get("allowed").asString()).contains("another query");
	}

	@Test
	void doesNotMindTheOrderOfParameters() {
		String token = token("/pods?limit=1&status=Running&status=Pending&namespace=n");
		assertThat(this.client.names("/pods?namespace=n&status=Pending&limit=1&status=Running" + after(token)))
			.containsExactly("n/pod-0001");
	}

	@Test
	void opensNothingToOthers() {
		this.access.allow("viewer", Admission.LIST.in("shop"));
		this.cluster.put(PodBuilder.pod("shop", "z").row());
		assertThat(this.client.as("viewer").names("/pods?limit=5" + after(token("/pods?limit=1"))))
			.containsExactly("shop/z");
		this.client.as("nobody").problem("/pods?limit=5" + after(token("/pods?limit=1")), 403);
	}

	private JsonNode problem(String token, int status) {
		return this.client.problem("/pods?limit=1" + after(token), status);
	}

	private String token(String uri) {
		return this.client.get(uri).get("continue").asString();
	}

	private static String after(@Nullable String token) {
		return (token != null) ? "&continue=" + token : "";
	}

	private static String text(byte[] token) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
	}

	private static PodRow row(int i) {
		return PodBuilder.pod("n", "pod-%04d".formatted(i))
			.createdAt(TestClock.START.minusSeconds((i * 37) % 11))
			.restarts(i % 3, null)
			.status((i % 4 == 0) ? "Pending" : "Running")
			.node((i % 5 == 0) ? null : "node-" + i % 2)
			.row();
	}

}
