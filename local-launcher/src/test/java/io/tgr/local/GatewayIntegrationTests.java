package io.tgr.local;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.test.StepVerifier;

import io.tgr.local.gateway.GatewayApplication;

import static org.assertj.core.api.Assertions.assertThat;

class GatewayIntegrationTests {

	private static final Queue<HttpServerRequest> ASKED = new ConcurrentLinkedQueue<>();

	private static final CountDownLatch LEFT = new CountDownLatch(1);

	private static DisposableServer trending;

	private static ConfigurableApplicationContext gateway;

	private static WebTestClient client;

	@BeforeAll
	static void start() {
		trending = HttpServer.create().host("127.0.0.1").port(0).handle(GatewayIntegrationTests::answer).bindNow();
		URI nobody = URI.create("http://127.0.0.1:1");
		gateway = new ServiceContext(GatewayApplication.class).listeningOn("127.0.0.1", 0)
			.with(GatewayApplication.PROPERTIES)
			.with(GatewayApplication
				.upstreams(Map.of("trending-service", URI.create("http://127.0.0.1:" + trending.port()),
						"repo-details-service", nobody, "cluster-inspector-service", nobody)))
			.start(GatewayApplication.AUTO_CONFIGURATIONS, Clock.systemUTC());
		client = WebTestClient.bindToServer()
			.baseUrl(ServiceContext.url(gateway).toString())
			.responseTimeout(Duration.ofSeconds(10))
			.build();
	}

	@AfterAll
	static void stop() {
		gateway.close();
		trending.disposeNow();
	}

	private static Mono<Void> answer(HttpServerRequest request, HttpServerResponse response) {
		ASKED.add(request);
		if ("/trending/stream".equals(request.fullPath())) {
			return response.sse()
				.sendString(Flux.interval(Duration.ofMillis(20)).map((tick) -> "data: " + tick + "\n\n"))
				.then()
				.doFinally((signal) -> LEFT.countDown());
		}
		return response.header("X-Answered-By", "trending-service").sendString(Mono.just(request.uri())).then();
	}

	private static HttpServerRequest lastAsked() {
		List<HttpServerRequest> asked = List.copyOf(ASKED);
		return asked.get(asked.size() - 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/?n=3&l=C%2B%2B", "/trending?language=Jupyter%20Notebook", "/trending.atom",
			"/repositories?q=%5Bx%5D", "/languages", "/quota", "/v1/trends/repos" })
	void whatIsRoutedArrivesAsItWasSent(String path) {
		client.get()
			.uri(URI.create(ServiceContext.url(gateway) + path))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.isEqualTo(path);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/health", "/actuator", "/v3/api-docs", "/reposx", "/languagesx", "/podsx",
			"/repos/../actuator/health", "/logback.xml", "/favicon.ico" })
	void nothingElseIsThere(String path) {
		client.get()
			.uri(URI.create(ServiceContext.url(gateway) + path))
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectHeader()
			.exists("X-Request-Id")
			.expectHeader()
			.cacheControl(CacheControl.noStore())
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:tgr:problem:not-found")
			.jsonPath("$.title")
			.isEqualTo("Not found")
			.jsonPath("$.status")
			.isEqualTo(404);
	}

	@Test
	void aHeadOfNothingHasNoBody() {
		client.head().uri("/reposx").exchange().expectStatus().isNotFound().expectBody().isEmpty();
	}

	@Test
	void aServiceThatDoesNotRunIsUnavailable() {
		client.get()
			.uri("/repos/a/b")
			.exchange()
			.expectStatus()
			.isEqualTo(503)
			.expectHeader()
			.exists("Retry-After")
			.expectHeader()
			.cacheControl(CacheControl.noStore())
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:tgr:problem:service-unreachable");
	}

	@Test
	void theClientsAddressGoesBehindThoseThatItBrought() {
		client.get().uri("/quota").header("X-Forwarded-For", "198.51.100.7").exchange().expectStatus().isOk();
		assertThat(lastAsked().requestHeaders().get("X-Forwarded-For")).isEqualTo("198.51.100.7, 127.0.0.1");
	}

	@Test
	void everyRequestHasAnIdAndATrace() {
		client.get().uri("/quota").exchange().expectStatus().isOk().expectHeader().exists("X-Request-Id");
		HttpServerRequest asked = lastAsked();
		assertThat(asked.requestHeaders().get("X-Request-Id")).matches("[0-9a-f-]{36}");
		assertThat(asked.requestHeaders().get("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
	}

	@Test
	void whatARequestBringsIsKept() {
		String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
		client.get()
			.uri("/quota")
			.header("X-Request-Id", "mine-1")
			.header("traceparent", trace)
			.exchange()
			.expectHeader()
			.valueEquals("X-Request-Id", "mine-1");
		HttpServerRequest asked = lastAsked();
		assertThat(asked.requestHeaders().get("X-Request-Id")).isEqualTo("mine-1");
		assertThat(asked.requestHeaders().get("traceparent")).isEqualTo(trace);
		assertThat(asked.requestHeaders().getAll("Host")).containsExactly(ServiceContext.url(gateway).getAuthority());
	}

	@Test
	void aPreflightRequestIsTheServicesToAnswer() {
		client.method(HttpMethod.OPTIONS)
			.uri("/trending")
			.header("Origin", "https://example.org")
			.header("Access-Control-Request-Method", "GET")
			.exchange()
			.expectHeader()
			.valueEquals("X-Answered-By", "trending-service");
		assertThat(lastAsked().requestHeaders().get("Access-Control-Request-Method")).isEqualTo("GET");
	}

	@Test
	void aStreamFlowsAndEndsUpstreamWhenItsClientLeaves() throws InterruptedException {
		Flux<String> events = client.get()
			.uri("/trending/stream")
			.accept(MediaType.TEXT_EVENT_STREAM)
			.exchange()
			.returnResult(String.class)
			.getResponseBody();
		StepVerifier.create(events.take(3)).expectNext("0", "1", "2").expectComplete().verify(Duration.ofSeconds(10));
		assertThat(LEFT.await(10, TimeUnit.SECONDS)).isTrue();
	}

}
