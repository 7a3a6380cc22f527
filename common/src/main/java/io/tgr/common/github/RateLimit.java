package io.tgr.common.github;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * What an answer says about a rate limit.
 *
 * @param limit calls or points in a window
 * @param remaining what was left when GitHub answered
 * @param reset when the window ends, by our clock
 */
record RateLimit(int limit, int remaining, Instant reset) {

	private static final Duration SKEW = Duration.ofSeconds(5);

	/**
	 * Reads the headers of an answer.
	 * @param headers the answer's headers
	 * @param bucket the rate limit that paid, {@code null} for whichever the headers name
	 * @param now the present time
	 * @return what they say, {@code null} if nothing about this rate limit
	 */
	static @Nullable RateLimit of(HttpHeaders headers, @Nullable RateLimitBucket bucket, Instant now) {
		String resource = headers.getFirst("x-ratelimit-resource");
		Long limit = number(headers, "x-ratelimit-limit");
		Long remaining = number(headers, "x-ratelimit-remaining");
		Long reset = number(headers, "x-ratelimit-reset");
		if (limit == null || remaining == null || reset == null
				|| (bucket != null && resource != null && !resource.equals(bucket.slug()))) {
			return null;
		}
		return new RateLimit(limit.intValue(), remaining.intValue(),
				Instant.ofEpochSecond(reset).plus(skew(headers, now)));
	}

	// By how much our clock is ahead of GitHub's; small differences are the answer's own
	// way.
	static Duration skew(HttpHeaders headers, Instant now) {
		try {
			long date = headers.getDate();
			Duration skew = (date < 0) ? Duration.ZERO : Duration.between(Instant.ofEpochMilli(date), now);
			return (skew.abs().compareTo(SKEW) > 0) ? skew : Duration.ZERO;
		}
		catch (IllegalArgumentException ex) {
			return Duration.ZERO;
		}
	}

	static @Nullable Long number(HttpHeaders headers, String name) {
		String value = headers.getFirst(name);
		return (value != null && value.matches("\\d{1,10}")) ? Long.valueOf(value) : null;
	}

}
