package io.tgr.details;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.WebClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.sandbox.github.GithubSandbox;
import io.tgr.sandbox.github.fault.FaultRule;

import static org.assertj.core.api.Assertions.assertThat;

@WithGithubSandbox
@TestPropertySource(properties = "tgr.github.token=sandbox-token")
class BatchIntegrationTests {

	@Autowired
	private WebTestClient client;

	@Autowired
	private GithubSandbox github;

	@Autowired
	private SandboxNames names;

	@LocalServerPort
	private int port;

	private final JsonMapper json = JsonMapper.builder().build();

	@BeforeEach
	void forgetCalls() {
		this.github.faults();
		this.github.latency(Duration.ZERO);
		this.github.forgetCalls();
	}

	@Test
	void answersInTheOrderAskedFor() {
		List<String> asked = this.names.next(100);
		JsonNode answer = ask(Map.of("names", asked, "parts", List.of("stars")));
		assertThat(answer.get("complete").booleanValue()).isTrue();
		assertThat(strings(answer.get("items"), "requestedName")).containsExactlyElementsOf(asked);
		assertThat(answer.get("items")).allSatisfy((item) -> {
			assertThat(item.at("/stars/value/days").size()).isEqualTo(30);
			assertThat(item.at("/stars/value/total").isNumber()).isTrue();
			assertThat(item.get("facts").isNull()).isTrue();
		});
		assertThat(this.github.calls().byPath().graphql()).isEqualTo(5);
		assertThat(this.github.calls().byPath().core()).isEqualTo(100);
	}

	@Test
	void paysAPointForEachQuery() {
		this.github.refill();
		ask(Map.of("names", this.names.next(100), "parts", List.of("facts", "languages", "release")));
		JsonNode limits = WebClient.create(this.github.url().toString())
			.get()
			.uri("/rate_limit")
			.header(HttpHeaders.AUTHORIZATION, "Bearer sandbox-token")
			.retrieve()
			.bodyToMono(JsonNode.class)
			.block(Duration.ofSeconds(5));
		assertThat(this.github.calls().byPath().graphql()).isEqualTo(5);
		assertThat(limits).isNotNull();
		assertThat(limits.at("/resources/graphql/used").intValue()).isEqualTo(5);
	}

	@Test
	void streamsInOrderOfArrival() {
		List<String> asked = this.names.next(30);
		List<JsonNode> lines = stream(Map.of("names", asked, "parts", List.of("facts", "languages", "release")));
		assertThat(lines.stream().map((line) -> line.get("requestedName").stringValue()))
			.containsExactlyInAnyOrderElementsOf(asked);
		assertThat(lines).allSatisfy((line) -> assertThat(line.get("complete").booleanValue()).isTrue());
		assertThat(this.github.calls().byPath().graphql()).isEqualTo(2);
		assertThat(this.github.calls().byPath().core()).isZero();
	}

	@Test
	void sendsEachLineAtOnceEvenWhenPacked() {
		String slow = this.names.next();
		String quick = this.names.next();
		this.github.faults(FaultRule.of("/repos/" + slow + "/**", "timeout"));
		JsonNode first = WebClient.create("http://127.0.0.1:" + this.port)
			.post()
			.uri("/repos/batch")
			.accept(MediaType.APPLICATION_NDJSON)
			.header(HttpHeaders.ACCEPT_ENCODING, "gzip")
			.bodyValue(Map.of("names", List.of(slow, quick), "parts", List.of("stars")))
			.retrieve()
			.bodyToFlux(JsonNode.class)
			.blockFirst(Duration.ofSeconds(6));
		assertThat(first).isNotNull();
		assertThat(first.get("fullName").stringValue()).isEqualTo(quick);
	}

	@Test
	void asksDuplicatesOnceAndReportsThemUnderEachName() {
		String name = this.names.next();
		String shouted = name.toUpperCase(Locale.ROOT);
		JsonNode answer = ask(Map.of("names", List.of(name, shouted, name), "parts", List.of("stars")));
		assertThat(strings(answer.get("items"), "requestedName")).containsExactly(name, shouted, name);
		assertThat(strings(answer.get("items"), "fullName")).containsOnly(name);
		assertThat(this.github.calls().total()).isEqualTo(2);
	}

	@Test
	void reportsARenamedRepositoryUnderBothNames() {
		List<String> asked = List.of("zyedidia/micro", "micro-editor/micro");
		JsonNode answer = ask(Map.of("names", asked, "parts", List.of("facts")));
		assertThat(strings(answer.get("items"), "fullName")).containsExactly("micro-editor/micro",
				"micro-editor/micro");
		assertThat(answer.at("/items/0/renamedFrom").stringValue()).isEqualTo("zyedidia/micro");
		assertThat(answer.at("/items/1/renamedFrom").isNull()).isTrue();
	}

	@Test
	void reportsWhatIsMissingBesideTheRest() {
		String name = this.names.next();
		JsonNode answer = ask(
				Map.of("names", List.of("nobody/nothing", name, "-im/possible", "x"), "parts", List.of("facts")));
		assertThat(answer.get("complete").booleanValue()).isFalse();
		for (int missing : new int[] { 0, 2, 3 }) {
			JsonNode item = answer.get("items").get(missing);
			assertThat(item.at("/problem/type").stringValue()).isEqualTo("urn:tgr:problem:not-found");
			assertThat(item.at("/problem/status").intValue()).isEqualTo(404);
			assertThat(item.get("fullName")).isEqualTo(item.get("requestedName"));
			assertThat(item.get("facts").isNull()).isTrue();
		}
		assertThat(answer.at("/items/1/problem").isNull()).isTrue();
		assertThat(answer.at("/items/1/facts/value/stars").isNumber()).isTrue();
	}

	@Test
	void leavesTheReservedBudgetToOthersInTheBackground() {
		List<String> asked = this.names.next(3);
		JsonNode answer = Body.json(this.client.post()
			.uri("/repos/batch")
			.header("Priority", "u=7")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(Map.of("names", asked))
			.exchange()
			.expectStatus()
			.isOk());
		assertThat(answer.get("complete").booleanValue()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{}                                 | names    |              | a list of 1 to 100 full names
					{"names":[]}                       | names    | 0 names      | a list of 1 to 100 full names
					{"names":null}                     | names    | null         | a list of 1 to 100 full names
					{"names":"o/n"}                    | names    | "o/n"        | a list of 1 to 100 full names
					{"names":["o/n",null]}             | names[1] | null         | a full name, owner/name
					{"names":[{"o":"n"}]}              | names[0] | {"o":"n"}    | a full name, owner/name
					{"names":["o/n"],"parts":"stars"}  | parts    | "stars"      | a list of facts, languages, contributors, release, community, stars
					{"names":["o/n"],"parts":[]}       | parts    | ''           | facts, languages, contributors, release, community, stars
					{"names":["o/n"],"parts":[null]}   | parts    | null         | facts, languages, contributors, release, community, stars
					{"names":["o/n"],"parts":["star"]} | parts    | star         | facts, languages, contributors, release, community, stars
					{"names":["o/n"],"part":["stars"]} | part     | ["stars"]    | days, names, parts
					{"names":["o/n"],"days":0}         | days     | 0            | a whole number from 1 to 365
					{"names":["o/n"],"days":"90"}      | days     | "90"         | a whole number from 1 to 365
					{"names":["o/n"],"days":366}       | days     | 366          | a whole number from 1 to 365
					[1,2]                              | body     | [1,2]        | a JSON object with names, and parts unless all are wanted
					''                                 | body     |              | a JSON object with names, and parts unless all are wanted
					{"names":[                         | body     | broken JSON, line 1, column 11 | a JSON object with names, and parts unless all are wanted
					""")
	void saysWhatIsWrongWithTheBody(String body, String member, String value, String allowed) {
		for (MediaType accept : List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_NDJSON)) {
			JsonNode problem = problem(body, accept, 400);
			assertThat(problem.get("type").stringValue()).isEqualTo("urn:tgr:problem:invalid-parameter");
			assertThat(problem.get("parameter").stringValue()).isEqualTo(member);
			assertThat(problem.get("value").stringValue(null)).isEqualTo(value);
			assertThat(problem.get("allowed").stringValue()).isEqualTo(allowed);
			assertThat(problem.get("detail").stringValue()).contains(member, allowed);
		}
	}

	@Test
	void quotesTheBeginningOfWhatIsWrong() {
		JsonNode problem = problem("{\"names\":\"" + "x".repeat(1000) + "\"}", MediaType.APPLICATION_JSON, 400);
		assertThat(problem.get("value").stringValue()).hasSize(101).endsWith("x…");
	}

	@Test
	void saysHowLargeABodyMayBe() {
		JsonNode problem = problem("{\"names\":[\"" + "x".repeat(300_000) + "\"]}", MediaType.APPLICATION_JSON, 413);
		assertThat(problem.get("detail").stringValue()).isEqualTo("A body may have 262144 bytes.");
	}

	@Test
	void refusesMoreThanHundredNames() {
		this.client.post()
			.uri("/repos/batch")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(Map.of("names", Collections.nCopies(101, "o/n")))
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.parameter")
			.isEqualTo("names")
			.jsonPath("$.allowed")
			.isEqualTo("a list of 1 to 100 full names");
	}

	@Test
	void refusesOtherMediaTypes() {
		this.client.post()
			.uri("/repos/batch")
			.contentType(MediaType.TEXT_PLAIN)
			.bodyValue("o/n")
			.exchange()
			.expectStatus()
			.isEqualTo(415)
			.expectHeader()
			.contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
		this.client.post()
			.uri("/repos/batch")
			.contentType(MediaType.APPLICATION_JSON)
			.header(HttpHeaders.ACCEPT, "text/csv")
			.bodyValue(Map.of("names", List.of("o/n")))
			.exchange()
			.expectStatus()
			.isEqualTo(406);
	}

	private JsonNode problem(String body, MediaType accept, int status) {
		return Body.json(this.client.post()
			.uri("/repos/batch")
			.contentType(MediaType.APPLICATION_JSON)
			.accept(accept)
			.bodyValue((body != null) ? body : "")
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectHeader()
			.contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
	}

	private JsonNode ask(Map<String, Object> question) {
		return Body.json(this.client.post()
			.uri("/repos/batch")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(question)
			.exchange()
			.expectStatus()
			.isOk());
	}

	private List<JsonNode> stream(Map<String, Object> question) {
		byte[] lines = this.client.post()
			.uri("/repos/batch")
			.contentType(MediaType.APPLICATION_JSON)
			.accept(MediaType.APPLICATION_NDJSON)
			.bodyValue(question)
			.exchange()
			.expectHeader()
			.contentTypeCompatibleWith(MediaType.APPLICATION_NDJSON)
			.expectBody()
			.returnResult()
			.getResponseBody();
		return new String(lines, StandardCharsets.UTF_8).lines().map(this.json::readTree).toList();
	}

	private static List<String> strings(JsonNode items, String member) {
		return StreamSupport.stream(items.spliterator(), false).map((item) -> item.get(member).stringValue()).toList();
	}

}
