package io.tgr.common.web;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import io.tgr.common.github.GithubException;
import io.tgr.common.github.GithubFailure;
import io.tgr.common.resilience.NeighbourUnavailableException;

/**
 * Endpoints that answer and fail in every way.
 */
@RestController
class Endpoints {

	private final WebClient.Builder builder;

	private final Environment environment;

	private final Clock clock;

	Endpoints(WebClient.Builder builder, Environment environment, Clock clock) {
		this.builder = builder;
		this.environment = environment;
		this.clock = clock;
	}

	@GetMapping("/number")
	int number(@RequestParam int n) {
		return n;
	}

	@GetMapping("/bug")
	Mono<String> bug() {
		return Mono.error(new IllegalStateException("secret"));
	}

	@GetMapping("/own")
	Mono<String> own() {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "Under way.");
		problem.setType(URI.create(Problem.TYPE_PREFIX + "already-running"));
		return Mono.error(new ErrorResponseException(HttpStatus.CONFLICT, problem, null));
	}

	@GetMapping("/github/{failure}")
	Mono<String> github(@PathVariable GithubFailure failure) {
		Instant retryAt = (failure == GithubFailure.QUOTA_EXHAUSTED) ? this.clock.instant().plusSeconds(120) : null;
		return Mono
			.error(new GithubException(failure, 403, retryAt, "secret", new IllegalStateException("reset by peer")));
	}

	@GetMapping("/neighbour")
	Mono<String> neighbour() {
		return Mono.error(new NeighbourUnavailableException("repo-details", "did not answer in time", null, null));
	}

	@PostMapping("/body")
	Map<String, String> body(@RequestBody Map<String, String> body) {
		return body;
	}

	@GetMapping("/language")
	String language(ServerWebExchange exchange, @RequestParam(required = false) String language) {
		KnownParameters.require(exchange, Set.of("language", "limit"));
		throw new InvalidParameterException("language", language, "a language", List.of("Java"));
	}

	@GetMapping("/ids")
	Mono<String> ids() {
		String base = "http://127.0.0.1:" + this.environment.getProperty("local.server.port");
		return this.builder.build()
			.get()
			.uri(base + "/id")
			.retrieve()
			.bodyToMono(String.class)
			.publishOn(Schedulers.parallel())
			.map((id) -> id + " " + MDC.get(RequestIds.KEY));
	}

	@GetMapping("/id")
	@Nullable String id(ServerWebExchange exchange) {
		return exchange.getRequest().getHeaders().getFirst(RequestIds.HEADER);
	}

}
