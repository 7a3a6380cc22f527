package io.tgr.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import io.tgr.cluster.access.ScriptedAccess;
import io.tgr.cluster.kubernetes.KubernetesFailure;
import io.tgr.cluster.watch.WatchedCluster;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The forms that pods come in, and what holds for all of them.
 */
@ApiTest
class RepresentationApiTests {

	@Autowired
	private WatchedCluster cluster;

	@Autowired
	private ScriptedAccess access;

	@Autowired
	private TestClock clock;

	@Autowired
	private WebTestClient web;

	private ApiClient client;

	@BeforeEach
	void open() {
		this.clock.reset();
		this.access.reset();
		Shop.open(this.cluster);
		this.client = new ApiClient(this.web, ScriptedAccess.ADMIN);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "*/*|application/json", "application/json|application/json",
					"text/plain|text/plain;charset=UTF-8", "text/*|text/plain;charset=UTF-8",
					"application/*|application/json", "application/json;q=0.5, text/plain|text/plain;charset=UTF-8",
					"text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8|application/json",
					"application/json;as=Table;v=v1;g=meta.k8s.io, application/json|application/json" })
	void isWhatTheClientLikesBest(String accept, String type) {
		this.client.ask("/pods", accept).expectStatus().isOk().expectHeader().contentType(type);
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/html", "application/json;as=Table", "application/json;q=0", "nonsense" })
	void isRefusedWhenThereIsNoSuchForm(String accept) {
		assertThat(this.client.problem("/pods", accept, 406).get("type").asString())
			.isEqualTo("urn:tgr:problem:not-acceptable");
	}

	@Test
	void isKubectlsTable() {
		EntityExchangeResult<String> answer = this.client.text("/pods");
		assertThat(answer.getResponseBody()).isEqualTo(
				"""
						NAMESPACE   NAME              READY   STATUS             RESTARTS       AGE   IP         NODE     NOMINATED NODE   READINESS GATES
						a-b         backup-1          0/1     Completed          0              3d    10.1.2.3   node-2   <none>           <none>
						a           db-0              1/1     Running            1 (120m ago)   3d    10.1.2.3   node-1   <none>           <none>
						b           waits             0/1     Pending            0              3d    <none>     <none>   <none>           <none>
						shop        cart-7d9f-abcde   0/2     CrashLoopBackOff   5 (3m ago)     60m   10.1.2.3   node-1   <none>           <none>
						shop        web-1             1/1     Running            0              3d    10.1.2.3   node-2   <none>           0/1
						""");
		assertThat(answer.getResponseHeaders().containsHeader("X-Tgr-Stale")).isFalse();
		assertThat(answer.getResponseHeaders().containsHeader("Link")).isFalse();
	}

	@Test
	void keepsTheTableFreeOfAnythingElse() {
		this.access.allow("viewer", Admission.LIST.in("b"));
		this.cluster.lose(KubernetesFailure.TIMEOUT, "no answer");
		HttpHeaders headers = this.client.as("viewer").text("/pods").getResponseHeaders();
		assertThat(headers.getFirst("X-Tgr-Stale")).isEqualTo("true");
		assertThat(headers.getFirst("Age")).isEqualTo("0");
		assertThat(headers.getFirst("X-Tgr-Withheld")).isEqualTo("3");
		assertThat(this.client.text("/pods?status=Nothing").getResponseBody()).isEqualTo("No resources found\n");
		this.cluster.heard();
	}

	@ParameterizedTest
	@CsvSource({ "/pods,POST", "/pods,DELETE", "/pods/stream,PUT", "/pods/summary,PATCH", "/pods/a/b,POST" })
	void isReadOnly(String path, String method) {
		this.web.method(HttpMethod.valueOf(method))
			.uri(path)
			.headers((headers) -> headers.setBearerAuth(ScriptedAccess.ADMIN))
			.exchange()
			.expectStatus()
			.isEqualTo(405)
			.expectHeader()
			.valueEquals("Allow", "GET,HEAD")
			.expectHeader()
			.contentType("application/problem+json");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/pods", "/pods/stream", "/pods/summary" })
	void tellsItsHeadersAlone(String path) {
		this.web.head()
			.uri(path)
			.headers((headers) -> headers.setBearerAuth(ScriptedAccess.ADMIN))
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.exists("Content-Type")
			.expectBody()
			.isEmpty();
		this.web.head().uri(path).exchange().expectStatus().isUnauthorized();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/pods/", "/podsx", "/pods/a", "/pods/a/b/c", "/" })
	void isNotSomewhereElse(String path) {
		assertThat(this.client.problem(path, 404).get("type").asString()).isEqualTo("urn:tgr:problem:not-found");
	}

	@Test
	void isCompressedForWhoLikesThat(@LocalServerPort int port) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/pods"))
			.header("Authorization", "Bearer " + ScriptedAccess.ADMIN)
			.header("Accept-Encoding", "gzip")
			.build();
		HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
		assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
		assertThat(answer.body()).hasSizeLessThan(2000);
	}

}
