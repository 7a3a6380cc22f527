package io.tgr.sandbox.github.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tokens issued to an App's installation; each lives for an hour.
 */
@Component
class InstallationTokens {

	static final Duration LIFETIME = Duration.ofHours(1);

	private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

	private final Map<String, Issued> issued = new ConcurrentHashMap<>();

	private final SecureRandom random = new SecureRandom();

	private final Clock clock;

	InstallationTokens(Clock clock) {
		this.clock = clock;
	}

	Issued issue(String installation) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
		this.issued.values().removeIf((token) -> !token.expiresAt().isAfter(now));
		StringBuilder token = new StringBuilder("ghs_");
		this.random.ints(36, 0, LETTERS.length()).forEach((index) -> token.append(LETTERS.charAt(index)));
		Issued fresh = new Issued(token.toString(), installation, now.plus(LIFETIME));
		this.issued.put(fresh.token(), fresh);
		return fresh;
	}

	@Nullable String installation(String token) {
		Issued known = this.issued.get(token);
		return (known != null && this.clock.instant().isBefore(known.expiresAt())) ? known.installation() : null;
	}

	/**
	 * A token.
	 *
	 * @param token its text
	 * @param installation for whom
	 * @param expiresAt until when it is accepted
	 */
	record Issued(String token, String installation, Instant expiresAt) {

	}

}
