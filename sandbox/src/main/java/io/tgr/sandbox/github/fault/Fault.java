package io.tgr.sandbox.github.fault;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * A rule at work: it strikes at even distances, so a rate of 0.3 means 3 of 10 calls in a
 * row, in the same places each time.
 */
final class Fault {

	private static final double EXACT = 1e-9;

	private final PathPattern path;

	private final @Nullable GithubError error;

	private final @Nullable Disruption disruption;

	private final double rate;

	private final @Nullable Integer retryAfter;

	private final AtomicLong calls = new AtomicLong();

	private Fault(FaultRule rule, @Nullable GithubError error, @Nullable Disruption disruption) {
		this.path = PathPatternParser.defaultInstance.parse((rule.path() != null) ? rule.path() : "/**");
		this.rate = (rule.rate() != null) ? rule.rate() : 1;
		this.retryAfter = rule.retryAfter();
		this.error = error;
		this.disruption = disruption;
		if (!(this.rate > 0) || this.rate > 1) {
			throw new IllegalArgumentException("The rate must be above 0 and at most 1, not " + this.rate);
		}
	}

	static Fault of(FaultRule rule, GithubErrors errors) {
		for (Disruption disruption : Disruption.values()) {
			if (disruption.name().toLowerCase(Locale.ROOT).equals(rule.error())) {
				return new Fault(rule, null, disruption);
			}
		}
		return new Fault(rule, errors.require(rule.error()), null);
	}

	boolean strikes(PathContainer requested, boolean graphql) {
		if (!this.path.matches(requested) || (this.error != null && this.error.graphql() != graphql)) {
			return false;
		}
		long call = this.calls.incrementAndGet();
		return Math.floor(call * this.rate + EXACT) > Math.floor((call - 1) * this.rate + EXACT);
	}

	@Nullable GithubError error() {
		return this.error;
	}

	@Nullable Disruption disruption() {
		return this.disruption;
	}

	@Nullable Integer retryAfter() {
		return this.retryAfter;
	}

}
