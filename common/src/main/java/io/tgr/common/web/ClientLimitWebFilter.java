package io.tgr.common.web;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.util.StringUtils;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets no client ask for more than its share: a minute's worth at once, then as fast as
 * it refills.
 */
final class ClientLimitWebFilter implements WebFilter, Ordered {

	private static final long MINUTE = Duration.ofMinutes(1).toNanos();

	private final long interval;

	private final int trustedHops;

	private final Clock clock;

	// For each client, when its share will be full again.
	private final Cache<String, AtomicLong> full;

	ClientLimitWebFilter(InboundProperties properties, Clock clock) {
		this.interval = (properties.requestsPerMinute() > 0) ? MINUTE / properties.requestsPerMinute() : 0;
		this.trustedHops = properties.trustedHops();
		this.clock = clock;
		this.full = Caffeine.newBuilder()
			.maximumSize(properties.clients())
			.expireAfterAccess(Duration.ofNanos(2 * MINUTE))
			.ticker(this::now)
			.build();
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE + 20;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		List<String> hops = hops(exchange);
		if (this.interval == 0 || isFromInside(hops)) {
			return chain.filter(exchange);
		}
		String client = client(exchange, hops);
		AskingClient.note(exchange, client);
		long wait = take(client);
		return (wait <= 0) ? chain.filter(exchange) : Mono.error(tooMany(wait));
	}

	private long take(String client) {
		long now = now();
		AtomicLong full = this.full.get(client, (key) -> new AtomicLong(now));
		while (true) {
			long before = full.get();
			long after = Math.max(before, now) + this.interval;
			if (after - now > MINUTE) {
				return after - now - MINUTE;
			}
			if (full.compareAndSet(before, after)) {
				return 0;
			}
		}
	}

	private long now() {
		return Duration.between(Instant.EPOCH, this.clock.instant()).toNanos();
	}

	private static List<String> hops(ServerWebExchange exchange) {
		return exchange.getRequest()
			.getHeaders()
			.getOrEmpty("X-Forwarded-For")
			.stream()
			.flatMap((value) -> Arrays.stream(StringUtils.commaDelimitedListToStringArray(value)))
			.toList();
	}

	// A proxy before us always says for whom it asks, our neighbours never do.
	private boolean isFromInside(List<String> hops) {
		return this.trustedHops > 0 && hops.isEmpty();
	}

	private String client(ServerWebExchange exchange, List<String> hops) {
		if (this.trustedHops > 0 && hops.size() >= this.trustedHops) {
			return hops.get(hops.size() - this.trustedHops).strip();
		}
		InetSocketAddress address = exchange.getRequest().getRemoteAddress();
		return (address != null && address.getAddress() != null) ? address.getAddress().getHostAddress() : "unknown";
	}

	private static ErrorResponseException tooMany(long wait) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.TOO_MANY_REQUESTS,
				"This client asks more often than it may.");
		ErrorResponseException refusal = new ErrorResponseException(HttpStatus.TOO_MANY_REQUESTS, problem, null);
		refusal.getHeaders()
			.set(HttpHeaders.RETRY_AFTER, String.valueOf(Duration.ofNanos(wait).plusMillis(999).toSeconds()));
		return refusal;
	}

}
