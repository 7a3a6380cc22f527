package io.tgr.sandbox.github.access;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

import io.tgr.sandbox.github.fault.ErrorAnswers;
import io.tgr.sandbox.github.fault.GithubError;
import io.tgr.sandbox.github.fault.RequestedWait;

/**
 * Counts one call on the bucket of who made it, and writes what is left into the answer.
 */
public final class Meter {

	private static final String ATTRIBUTE = Meter.class.getName();

	private final Caller caller;

	private final RateBucket bucket;

	private final RateLimits limits;

	private final RateWindow window;

	private final CallLog log;

	private int charged;

	Meter(Caller caller, RateBucket bucket, RateLimits limits, CallLog log) {
		this.caller = caller;
		this.bucket = bucket;
		this.limits = limits;
		this.log = log;
		this.window = limits.bucket(caller, bucket);
	}

	/**
	 * The meter of a call.
	 * @param exchange the exchange
	 * @return its meter
	 */
	public static Meter of(ServerWebExchange exchange) {
		return exchange.getRequiredAttribute(ATTRIBUTE);
	}

	/**
	 * Who asks.
	 * @return the caller
	 */
	public Caller caller() {
		return this.caller;
	}

	RateBucket bucket() {
		return this.bucket;
	}

	/**
	 * What is left.
	 * @return the state of the bucket
	 */
	public RateQuota quota() {
		return this.window.quota();
	}

	/**
	 * Charges the call.
	 * @param points what it costs
	 * @return whether the bucket held as much; if not, nothing was taken
	 */
	public boolean take(int points) {
		boolean enough = this.window.take(points);
		this.charged += enough ? points : 0;
		if (!enough) {
			this.log.overdrawn();
		}
		return enough;
	}

	void attach(ServerWebExchange exchange) {
		exchange.getAttributes().put(ATTRIBUTE, this);
		exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> settle(exchange)));
	}

	private void settle(ServerWebExchange exchange) {
		ServerHttpResponse response = exchange.getResponse();
		GithubError error = ErrorAnswers.answered(exchange);
		boolean unchanged = response.getStatusCode() == HttpStatus.NOT_MODIFIED;
		if (unchanged) {
			this.log.notModified();
		}
		if ((unchanged && this.caller.authorised()) || (error != null && error.refusal())) {
			this.window.giveBack(this.charged);
			this.charged = 0;
		}
		if (error == null || error.metered()) {
			boolean exhausted = error != null && error.exhausted();
			write(response.getHeaders(), exhausted, RequestedWait.of(exchange));
		}
	}

	private void write(HttpHeaders headers, boolean exhausted, @Nullable Duration wait) {
		if (!this.limits.enabled() && !exhausted) {
			return;
		}
		RateQuota quota = quota();
		int limit = this.limits.enabled() ? quota.limit() : this.caller.kind().limit(this.bucket);
		int used = exhausted ? limit : quota.used();
		long reset = (wait != null) ? this.limits.now() + wait.toSeconds() : quota.reset();
		Map.of("limit", limit, "remaining", limit - used, "used", used, "reset", reset)
			.forEach((name, value) -> headers.set("x-ratelimit-" + name, value.toString()));
		headers.set("x-ratelimit-resource", this.bucket.resource());
	}

}
