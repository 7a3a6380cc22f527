package io.tgr.local.gateway;

import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Gives every request an id and a trace, unless it brings sound ones.
 */
class RequestIdentityWebFilter implements WebFilter, Ordered {

	static final String REQUEST_ID = "X-Request-Id";

	static final String TRACE_PARENT = "traceparent";

	private static final Pattern SOUND_REQUEST_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

	private static final Pattern SOUND_TRACE_PARENT = Pattern
		.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

	private final Random random;

	RequestIdentityWebFilter(Random random) {
		this.random = random;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		HttpHeaders came = exchange.getRequest().getHeaders();
		String requestId = sound(came.getFirst(REQUEST_ID), SOUND_REQUEST_ID, () -> UUID.randomUUID().toString());
		String traceParent = sound(came.getFirst(TRACE_PARENT), SOUND_TRACE_PARENT, this::newTrace);
		ServerHttpRequest request = exchange.getRequest().mutate().headers((headers) -> {
			headers.set(REQUEST_ID, requestId);
			headers.set(TRACE_PARENT, traceParent);
		}).build();
		exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> {
			HttpHeaders answered = exchange.getResponse().getHeaders();
			if (!answered.containsHeader(REQUEST_ID)) {
				answered.set(REQUEST_ID, requestId);
			}
		}));
		return chain.filter(exchange.mutate().request(request).build());
	}

	private static String sound(@Nullable String value, Pattern pattern, Supplier<String> otherwise) {
		return (value != null && pattern.matcher(value).matches()) ? value : otherwise.get();
	}

	private String newTrace() {
		return "00-%016x%016x-%016x-01".formatted(nonZero(), this.random.nextLong(), nonZero());
	}

	private long nonZero() {
		return this.random.nextLong() | 1;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

}
