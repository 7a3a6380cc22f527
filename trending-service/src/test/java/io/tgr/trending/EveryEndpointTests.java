package io.tgr.trending;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import reactor.core.publisher.Mono;

import io.tgr.trending.details.RawRepository;
import io.tgr.trending.pool.CandidatePool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * What holds for each endpoint alike.
 */
@ApiTest
@ParameterizedClass
@ValueSource(strings = { "/trending", "/trending?language=java&limit=3", "/trending?language=nim&details=true",
		"/trending/Java/1", "/languages", "/quota", "/?n=2&l=java", "/trending.atom?language=java&limit=3",
		"/trending.rss?language=java&limit=3", "/trending.csv?language=java&limit=3", "/trending/Java/1/badge.svg",
		"/repositories?language=java", "/v1/trends/repos?language=Java", "/v1/trends/repos/" })
class EveryEndpointTests {

	/**
	 * The others are known by what comes before their parameters.
	 */
	private static final Map<String, String> TYPES = Map.of("/trending.atom", "application/atom+xml", "/trending.rss",
			"application/rss+xml", "/trending.csv", "text/csv;charset=UTF-8;header=present",
			"/trending/Java/1/badge.svg", "image/svg+xml");

	/**
	 * Clients of the old services may send what they like.
	 */
	private static final List<String> LENIENT = List.of("/repositories", "/v1/trends/repos", "/v1/trends/repos/");

	private final String uri;

	@Autowired
	private CandidatePool pool;

	@Autowired
	private ScriptedDiscovery discovery;

	@Autowired
	private ScriptedDetails details;

	private ApiClient client;

	EveryEndpointTests(String uri) {
		this.uri = uri;
	}

	@BeforeEach
	void fill(@LocalServerPort int port) {
		this.client = new ApiClient(port);
		Repositories.sweep(this.pool, this.discovery);
		this.discovery.mostStarred = Mono.just(List.of("o/1", "o/2"));
		this.details.raw = (name) -> Mono.just(new RawRepository("{}".getBytes(StandardCharsets.UTF_8), null));
	}

	@Test
	void confirmsWhatTheClientHasInItsOwnEncoding() {
		for (String encoding : List.of("identity", "gzip")) {
			HttpHeaders first = ask(HttpMethod.GET, encoding, "", 200).getResponseHeaders();
			assertThat(first.getFirst(HttpHeaders.CONTENT_ENCODING))
				.isEqualTo((encoding.equals("gzip")) ? encoding : null);
			assertThat(first.getVary()).contains(HttpHeaders.ACCEPT_ENCODING);
			EntityExchangeResult<byte[]> second = ask(HttpMethod.GET, encoding, "W/" + first.getETag(), 304);
			assertThat(second.getResponseBody()).isNull();
			HttpHeaders headers = second.getResponseHeaders();
			assertThat(headers.getETag()).isEqualTo(first.getETag());
			assertThat(headers.getCacheControl()).isEqualTo(first.getCacheControl());
			assertThat(headers.getVary()).contains(HttpHeaders.ACCEPT_ENCODING);
			assertThat(headers.containsHeader(HttpHeaders.CONTENT_ENCODING)).isFalse();
			ask(HttpMethod.HEAD, encoding, Objects.requireNonNull(first.getETag()), 304);
		}
	}

	@Test
	void hasTheSameHeadersForHead() {
		HttpHeaders got = ask(HttpMethod.GET, "gzip", "", 200).getResponseHeaders();
		EntityExchangeResult<byte[]> head = ask(HttpMethod.HEAD, "gzip", "", 200);
		assertThat(head.getResponseBody()).isNull();
		for (String name : List.of(HttpHeaders.ETAG, HttpHeaders.CONTENT_LENGTH, HttpHeaders.CONTENT_TYPE,
				HttpHeaders.CONTENT_ENCODING, HttpHeaders.CACHE_CONTROL, HttpHeaders.VARY)) {
			assertThat(head.getResponseHeaders().get(name)).as(name).isEqualTo(got.get(name));
		}
	}

	@Test
	void refusesUnknownParameters() {
		assumeFalse(LENIENT.contains(path()));
		String unknown = this.uri + (this.uri.contains("?") ? "&" : "?") + "colour=red";
		assertThat(this.client.problem(unknown, 400).get("parameter").asString()).isEqualTo("colour");
	}

	@Test
	void isReadOnlyAndSaysSo() {
		for (HttpMethod method : List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.OPTIONS)) {
			EntityExchangeResult<byte[]> result = this.client.request(method, this.uri)
				.exchange()
				.expectBody()
				.returnResult();
			assertThat(result.getStatus()).isEqualTo(HttpStatus.METHOD_NOT_ALLOWED);
			HttpHeaders headers = result.getResponseHeaders();
			assertThat(headers.getAllow()).containsExactlyInAnyOrder(HttpMethod.GET, HttpMethod.HEAD);
			assertThat(headers.getETag()).isNull();
			assertThat(headers.getCacheControl()).isEqualTo("no-store");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "*/*", "text/html, application/xhtml+xml, */*;q=0.8" })
	void isWhatItIsForWhoTakesAnything(String accept) {
		EntityExchangeResult<byte[]> result = this.client.request(HttpMethod.GET, this.uri)
			.header(HttpHeaders.ACCEPT, accept)
			.exchange()
			.expectBody()
			.returnResult();
		assertThat(result.getStatus()).isEqualTo(HttpStatus.OK);
		assertThat(result.getResponseHeaders().getContentType()).isEqualTo(type());
	}

	@Test
	void isRefusedToWhoTakesNothingOfIt() {
		assertThat(this.client
			.problem(this.client.request(HttpMethod.GET, this.uri).header(HttpHeaders.ACCEPT, "audio/ogg"), 406)
			.get("type")
			.asString()).endsWith("not-acceptable");
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/*;q=0.1", "text/html, application/json;q=0.5" })
	void isJsonForWhoTakesIt(String accept) {
		assumeTrue(type().equals(MediaType.APPLICATION_JSON));
		isWhatItIsForWhoTakesAnything(accept);
	}

	private MediaType type() {
		return MediaType.parseMediaType(TYPES.getOrDefault(path(), "application/json"));
	}

	private String path() {
		return this.uri.replaceFirst("\\?.*", "");
	}

	private EntityExchangeResult<byte[]> ask(HttpMethod method, String encoding, String tag, int status) {
		EntityExchangeResult<byte[]> result = this.client.request(method, this.uri)
			.header(HttpHeaders.ACCEPT_ENCODING, encoding)
			.header(HttpHeaders.IF_NONE_MATCH, tag)
			.exchange()
			.expectBody()
			.returnResult();
		assertThat(result.getStatus().value()).isEqualTo(status);
		return result;
	}

}
