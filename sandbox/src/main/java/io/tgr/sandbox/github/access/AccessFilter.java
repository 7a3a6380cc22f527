package io.tgr.sandbox.github.access;

import java.util.Map;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

import io.tgr.sandbox.github.fault.ErrorAnswers;

/**
 * Lets in who is known and has something left.
 */
@Component
@Order(AccessFilter.ORDER)
class AccessFilter implements WebFilter {

	static final int ORDER = -30;

	private static final String DOCUMENTED_USER = "user ID " + Credentials.USER_ID;

	private static final String DOCUMENTED_ADDRESS = "203.0.113.7";

	private final Credentials credentials;

	private final RateLimits limits;

	private final CallLog log;

	private final ErrorAnswers answers;

	AccessFilter(Credentials credentials, RateLimits limits, CallLog log, ErrorAnswers answers) {
		this.credentials = credentials;
		this.limits = limits;
		this.log = log;
		this.answers = answers;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		String path = exchange.getRequest().getPath().pathWithinApplication().value();
		if (path.startsWith("/_sandbox/")) {
			return chain.filter(exchange);
		}
		RateBucket bucket = RateBucket.of(path);
		boolean free = path.equals("/rate_limit") || path.startsWith("/app/");
		this.log.arrived(bucket, free);
		if (path.startsWith("/app/")) {
			return chain.filter(exchange);
		}
		Caller caller = this.credentials.caller(exchange.getRequest());
		if (caller == null || (bucket == RateBucket.GRAPHQL && !caller.kind().graphql())) {
			return refuseCredentials(exchange, bucket);
		}
		return Mono.defer(() -> enter(exchange, chain, new Meter(caller, bucket, this.limits, this.log), free));
	}

	private Mono<Void> enter(ServerWebExchange exchange, WebFilterChain chain, Meter meter, boolean free) {
		SecondaryLimits secondary = this.limits.secondary(meter.caller());
		meter.attach(exchange);
		Mono<Void> answer = secondary.enter() ? admit(exchange, chain, meter, free)
				: refuseCrowd(exchange, meter.bucket());
		return answer.doFinally((signal) -> secondary.leave());
	}

	private Mono<Void> admit(ServerWebExchange exchange, WebFilterChain chain, Meter meter, boolean free) {
		RateBucket bucket = meter.bucket();
		if (free) {
			return chain.filter(exchange);
		}
		SecondaryLimits secondary = this.limits.secondary(meter.caller());
		if (!secondary.take(bucket, points(exchange, bucket))) {
			return slowDown(exchange, bucket, secondary.reset(bucket) - this.limits.now());
		}
		if (bucket == RateBucket.GRAPHQL) {
			return chain.filter(exchange);
		}
		return meter.take(1) ? chain.filter(exchange) : refuse(exchange, bucket, meter.caller());
	}

	private Mono<Void> refuseCredentials(ServerWebExchange exchange, RateBucket bucket) {
		Caller anonymous = Caller.anonymous(Credentials.address(exchange.getRequest()));
		new Meter(anonymous, bucket, this.limits, this.log).attach(exchange);
		String id = (bucket == RateBucket.GRAPHQL) ? "graphql-bad-credentials" : "bad-credentials";
		return this.answers.answer(exchange, id, Map.of());
	}

	private Mono<Void> refuseCrowd(ServerWebExchange exchange, RateBucket bucket) {
		this.log.slowedDown();
		String id = (bucket == RateBucket.GRAPHQL) ? "graphql-secondary" : "secondary-rate-limit-429";
		return this.answers.answer(exchange, id, Map.of());
	}

	private Mono<Void> slowDown(ServerWebExchange exchange, RateBucket bucket, long seconds) {
		this.log.slowedDown();
		exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, seconds)));
		String id = (bucket == RateBucket.GRAPHQL) ? "graphql-secondary" : "secondary-rate-limit-403";
		return this.answers.answer(exchange, id, Map.of());
	}

	private Mono<Void> refuse(ServerWebExchange exchange, RateBucket bucket, Caller caller) {
		if (!caller.authorised()) {
			return this.answers.answer(exchange, "primary-rate-limit-anonymous",
					Map.of(DOCUMENTED_ADDRESS, caller.described()));
		}
		String id = (bucket == RateBucket.SEARCH) ? "primary-rate-limit-search" : "primary-rate-limit-token";
		return this.answers.answer(exchange, id, Map.of(DOCUMENTED_USER, caller.described()));
	}

	private static int points(ServerWebExchange exchange, RateBucket bucket) {
		HttpMethod method = exchange.getRequest().getMethod();
		boolean read = bucket == RateBucket.GRAPHQL || method == HttpMethod.GET || method == HttpMethod.HEAD
				|| method == HttpMethod.OPTIONS;
		return read ? 1 : 5;
	}

}
