package io.tgr.sandbox.github.fault;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets calls wait and fail as ordered.
 */
@Component
@Order(FaultFilter.ORDER)
class FaultFilter implements WebFilter {

	static final int ORDER = -20;

	private final Faults faults;

	private final Latencies latencies;

	private final ErrorAnswers answers;

	FaultFilter(Faults faults, Latencies latencies, ErrorAnswers answers) {
		this.faults = faults;
		this.latencies = latencies;
		this.answers = answers;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
		if (path.value().startsWith("/_sandbox/")) {
			return chain.filter(exchange);
		}
		Duration latency = this.latencies.of(path);
		Mono<Void> answer = Mono.defer(() -> answer(exchange, chain, path));
		return latency.isZero() ? answer : Mono.delay(latency).then(answer);
	}

	private Mono<Void> answer(ServerWebExchange exchange, WebFilterChain chain, PathContainer path) {
		Fault fault = this.faults.strike(path, path.value().equals("/graphql"));
		if (fault == null) {
			return chain.filter(exchange);
		}
		if (fault.disruption() != null) {
			return fault.disruption().apply(exchange, chain);
		}
		return answer(exchange, chain, fault, fault.error());
	}

	private Mono<Void> answer(ServerWebExchange exchange, WebFilterChain chain, Fault fault,
			@Nullable GithubError error) {
		if (error == null) {
			return chain.filter(exchange);
		}
		if (PartialFailure.order(exchange, error)) {
			return chain.filter(exchange);
		}
		if (fault.retryAfter() != null && error.refusal()) {
			RequestedWait.order(exchange, fault.retryAfter());
			if (!error.exhausted()) {
				exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, fault.retryAfter().toString());
			}
		}
		return this.answers.answer(exchange, error.id(), Map.of());
	}

}
