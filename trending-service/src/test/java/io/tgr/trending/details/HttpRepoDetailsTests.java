package io.tgr.trending.details;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import io.tgr.common.github.CallPriority;
import io.tgr.common.resilience.Neighbour;
import io.tgr.common.resilience.NeighbourUnavailableException;
import io.tgr.trending.pool.StarHistory;

import static org.assertj.core.api.Assertions.assertThat;

class HttpRepoDetailsTests {

	private static final Duration LONG = Duration.ofSeconds(5);

	private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

	private static final String QUOTA = """
			{"type":"urn:tgr:problem:quota-exhausted","title":"t","status":503,"detail":"d","retryAfterSeconds":60}""";

	private final List<ClientRequest> requests = Collections.synchronizedList(new ArrayList<>());

	private Mono<ClientResponse> response = Mono.never();

	private final HttpRepoDetails details = details();

	@Test
	void linesOfABatchBecomeMeasurements() {
		ndjson("""
				{"fullName":"a/new","requestedName":"a/old","renamedFrom":"a/old","complete":true,"problem":null,\
				"facts":null,"stars":{"asOf":"2026-11-22T09:00:00Z","stale":false,"problem":null,\
				"value":{"total":9,"from":"2026-11-20","days":[1,3],"today":2}}}
				{"fullName":"a/gone","requestedName":"a/gone","problem":{"type":"urn:tgr:problem:not-found","status":404}}
				{"fullName":"a/b","requestedName":"a/b","problem":null,"stars":{"value":null,"problem":%s}}
				"""
			.formatted(QUOTA));
		StepVerifier.create(this.details.measure(List.of("a/old", "a/gone", "a/b")).collectList())
			.assertNext((measurements) -> assertThat(measurements).containsExactly(
					new Measurement("a/old", "a/new",
							new StarHistory(LocalDate.parse("2026-11-20"), List.of(1, 3), 2,
									Instant.parse("2026-11-22T09:00:00Z"), 9L),
							null),
					new Measurement("a/gone", "a/gone", null, new Shortfall(Shortfall.Reason.GONE, null)),
					new Measurement("a/b", "a/b", null, new Shortfall(Shortfall.Reason.QUOTA, NOW.plusSeconds(60)))))
			.expectComplete()
			.verify(LONG);
	}

	@Test
	void onlyAMissingRepositoryIsGone() {
		ndjson("""
				{"fullName":"a/b","requestedName":"a/b","problem":null,"stars":{"value":null,\
				"problem":{"type":"urn:tgr:problem:not-found","status":404}}}
				{"fullName":"a/c","requestedName":"a/c","problem":{"type":"urn:tgr:problem:timeout","status":504},\
				"stars":{"value":null,"problem":{"type":"urn:tgr:problem:blocked","status":451}}}
				""");
		StepVerifier.create(this.details.measure(List.of("a/b", "a/c")).collectList())
			.assertNext((measurements) -> assertThat(measurements).extracting(Measurement::shortfall)
				.containsOnly(new Shortfall(Shortfall.Reason.GITHUB_UNAVAILABLE, null)))
			.expectComplete()
			.verify(LONG);
	}

	@Test
	void olderStarsComeWithTheReason() {
		ndjson("""
				{"fullName":"a/b","requestedName":"a/b","stars":{"asOf":"2026-11-21T09:00:00Z","stale":true,\
				"problem":null,"value":{"total":9,"from":"2026-11-20","days":[1],"today":null}}}
				""");
		StepVerifier.create(this.details.measure(List.of("a/b"))).assertNext((measurement) -> {
			assertThat(measurement.history()).isNotNull();
			assertThat(measurement.shortfall()).isEqualTo(new Shortfall(Shortfall.Reason.GITHUB_UNAVAILABLE, null));
		}).expectComplete().verify(LONG);
	}

	@Test
	void liveBatchesLeaveSideBySide() {
		this.details.measure(names(48)).subscribe();
		assertThat(this.requests).hasSize(3).allSatisfy((request) -> {
			assertThat(request.method()).isEqualTo(HttpMethod.POST);
			assertThat(request.url().getPath()).isEqualTo("/repos/batch");
			assertThat(request.headers().getAccept()).containsExactly(MediaType.APPLICATION_NDJSON);
			assertThat(request.headers().containsHeader("Priority")).isFalse();
		});
	}

	@Test
	void backgroundBatchesSaySoAndLeaveOneByOne() {
		CallPriority.BACKGROUND.on(this.details.measure(names(120))).subscribe();
		assertThat(this.requests).hasSize(1);
		assertThat(this.requests.get(0).headers().getFirst("Priority")).isEqualTo("u=7");
	}

	@Test
	void rawAnswerKeepsItsBytes() {
		this.response = Mono.just(ClientResponse.create(HttpStatus.OK)
			.header(HttpHeaders.CONTENT_TYPE, "application/vnd.github+json")
			.body("{ \"id\" : 1 }")
			.build());
		StepVerifier.create(this.details.raw("o/n.js")).assertNext((raw) -> {
			assertThat(raw.json()).asString().isEqualTo("{ \"id\" : 1 }");
			assertThat(raw.staleOf()).isNull();
		}).expectComplete().verify(LONG);
		assertThat(this.requests.get(0).url().getPath()).isEqualTo("/repos/o/n.js");
		assertThat(this.requests.get(0).headers().getFirst(HttpHeaders.ACCEPT))
			.isEqualTo("application/vnd.github+json");
	}

	@Test
	void rawAnswerSaysThatItIsStale() {
		this.response = Mono.just(ClientResponse.create(HttpStatus.OK)
			.header(HttpHeaders.CONTENT_TYPE, "application/vnd.github+json")
			.header("X-Tgr-Stale", "true")
			.header(HttpHeaders.AGE, "90")
			.body("{}")
			.build());
		StepVerifier.create(this.details.raw("o/n"))
			.assertNext((raw) -> assertThat(raw.staleOf()).isEqualTo(NOW.minusSeconds(90)))
			.expectComplete()
			.verify(LONG);
	}

	@Test
	void problemOfGithubsIsARefusalHandedOn() {
		this.response = Mono.just(ClientResponse.create(HttpStatus.SERVICE_UNAVAILABLE)
			.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
			.body(QUOTA)
			.build());
		StepVerifier.create(this.details.raw("o/n"))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOfSatisfying(DetailsRefusedException.class,
					(refused) -> {
						assertThat(refused.getStatusCode().value()).isEqualTo(503);
						assertThat(refused.getBody().getType()).hasToString("urn:tgr:problem:quota-exhausted");
						assertThat(refused.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("60");
						assertThat(refused.shortfall().reason()).isEqualTo(Shortfall.Reason.QUOTA);
					}))
			.verify(LONG);
	}

	@Test
	void everythingElseIsUnavailability() {
		for (Mono<ClientResponse> answer : List.<Mono<ClientResponse>>of(
				Mono.just(ClientResponse.create(HttpStatus.BAD_GATEWAY).body("<html>").build()),
				Mono.just(ClientResponse.create(HttpStatus.OK)
					.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_NDJSON_VALUE)
					.body("{\"fullName\":\"a/b\",\"stars\":{\"val")
					.build()),
				Mono.error(new WebClientRequestException(new IOException("refused"), HttpMethod.POST,
						URI.create("http://details"), new HttpHeaders())),
				Mono.error(new NeighbourUnavailableException("repo-details", "is resting", null, null)))) {
			this.response = answer;
			StepVerifier.create(this.details.measure(List.of("a/b")))
				.expectError(DetailsUnavailableException.class)
				.verify(LONG);
		}
	}

	@Test
	void enrichmentIsHandedOnAsItCame() {
		ndjson("{\"fullName\":\"a/b\",\"requestedName\":\"a/b\",\"languages\":{\"value\":[]}}\n");
		StepVerifier.create(this.details.enrich(List.of("a/b"))).assertNext((enrichment) -> {
			assertThat(enrichment.fullName()).isEqualTo("a/b");
			assertThat(enrichment.details().at("/languages/value").isArray()).isTrue();
		}).expectComplete().verify(LONG);
	}

	@Test
	void quotaIsRead() {
		this.response = Mono.just(ClientResponse.create(HttpStatus.OK)
			.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE)
			.body("""
					{"credentials":"token","buckets":[{"bucket":"core","limit":5000,"remaining":4990,\
					"reset":"2026-11-22T11:00:00Z","reservedForInteractive":1000,"pausedUntil":null},\
					{"bucket":"graphql","limit":null,"remaining":null,"reset":null,"reservedForInteractive":0,\
					"pausedUntil":null}]}""")
			.build());
		StepVerifier.create(this.details.quota())
			.assertNext(
					(quota) -> assertThat(quota.buckets()).hasSize(2)
						.first()
						.isEqualTo(new DetailsQuota.Bucket("core", 5000, 4990, Instant.parse("2026-11-22T11:00:00Z"),
								1000, null)))
			.expectComplete()
			.verify(LONG);
	}

	private HttpRepoDetails details() {
		WebClient client = WebClient.builder().baseUrl("http://details").exchangeFunction((request) -> {
			this.requests.add(request);
			return this.response;
		}).build();
		DetailsEndpoint endpoint = HttpServiceProxyFactory.builderFor(WebClientAdapter.create(client))
			.build()
			.createClient(DetailsEndpoint.class);
		return new HttpRepoDetails(endpoint, new Unprotected(), new Unprotected(),
				new Binder(List.of()).bindOrCreate("tgr.trending", DetailsProperties.class),
				Clock.fixed(NOW, ZoneOffset.UTC));
	}

	private void ndjson(String lines) {
		this.response = Mono.just(ClientResponse.create(HttpStatus.OK)
			.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_NDJSON_VALUE)
			.body(lines)
			.build());
	}

	private static List<String> names(int count) {
		return IntStream.range(0, count).mapToObj((number) -> "o/r" + number).toList();
	}

	private static final class Unprotected implements Neighbour {

		@Override
		public <T> Mono<T> protect(Mono<T> call) {
			return call;
		}

		@Override
		public <T> Flux<T> protect(Flux<T> call) {
			return call;
		}

	}

}
