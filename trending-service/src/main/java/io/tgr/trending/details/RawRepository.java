package io.tgr.trending.details;

import java.time.Clock;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.Assert;

/**
 * GitHub's own JSON of a repository.
 *
 * @param json the JSON, byte for byte
 * @param staleOf when GitHub was asked for it if that is longer ago than it should be,
 * else {@code null}
 */
public record RawRepository(byte[] json, @Nullable Instant staleOf) {

	private static final String STALE = "X-Tgr-Stale";

	static RawRepository of(ResponseEntity<byte[]> answer, Clock clock) {
		byte[] json = answer.getBody();
		Assert.state(json != null, "No JSON");
		return new RawRepository(json, staleOf(answer.getHeaders(), clock.instant()));
	}

	private static @Nullable Instant staleOf(HttpHeaders headers, Instant now) {
		String age = headers.getFirst(HttpHeaders.AGE);
		return (headers.containsHeader(STALE)) ? now.minusSeconds((age != null) ? Long.parseLong(age) : 0) : null;
	}

}
