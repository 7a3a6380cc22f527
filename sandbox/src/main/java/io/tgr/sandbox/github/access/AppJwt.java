package io.tgr.sandbox.github.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks the token with which an App says who it is: RS256, issued in the past, expiring
 * within ten minutes.
 */
@Component
class AppJwt {

	static final String APP_ID = "1";

	private static final Duration LONGEST = Duration.ofMinutes(10);

	private final AppKey key;

	private final JsonMapper json;

	private final Clock clock;

	AppJwt(AppKey key, JsonMapper json, Clock clock) {
		this.key = key;
		this.json = json;
		this.clock = clock;
	}

	@Nullable Refusal refusal(@Nullable String header) {
		if (header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)) {
			return Refusal.UNREADABLE;
		}
		String[] parts = header.substring(7).trim().split("\\.");
		try {
			if (parts.length != 3 || !"RS256".equals(read(parts[0]).path("alg").asString("")) || !signed(parts)) {
				return Refusal.UNREADABLE;
			}
			return refusal(read(parts[1]));
		}
		catch (IllegalArgumentException | JacksonException | GeneralSecurityException ex) {
			return Refusal.UNREADABLE;
		}
	}

	private @Nullable Refusal refusal(JsonNode claims) {
		long now = this.clock.instant().getEpochSecond();
		if (!claims.path("exp").isNumber() || claims.path("exp").asLong() <= now) {
			return Refusal.EXPIRED;
		}
		if (claims.path("exp").asLong() > now + LONGEST.toSeconds()) {
			return Refusal.TOO_LONG;
		}
		if (!claims.path("iat").isIntegralNumber() || claims.path("iat").asLong() > now) {
			return Refusal.FROM_THE_FUTURE;
		}
		return APP_ID.equals(claims.path("iss").asString("")) ? null : Refusal.UNKNOWN_APP;
	}

	private boolean signed(String[] parts) throws GeneralSecurityException {
		Signature signature = Signature.getInstance("SHA256withRSA");
		signature.initVerify(this.key.publicKey());
		signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
		return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
	}

	private JsonNode read(String part) {
		return this.json.readTree(Base64.getUrlDecoder().decode(part));
	}

	/**
	 * Why a token is refused, in GitHub's words.
	 */
	enum Refusal {

		/**
		 * Not a token of this key.
		 */
		UNREADABLE(401, "A JSON web token could not be decoded"),

		/**
		 * Too late.
		 */
		EXPIRED(401,
				"'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires"),

		/**
		 * Wants to live longer than allowed.
		 */
		TOO_LONG(401, "'Expiration time' claim ('exp') is too far in the future"),

		/**
		 * Its clock is ahead.
		 */
		FROM_THE_FUTURE(401,
				"'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued"),

		/**
		 * Signed well, for an App that does not exist.
		 */
		UNKNOWN_APP(404, "Integration not found");

		private final int status;

		private final String message;

		Refusal(int status, String message) {
			this.status = status;
			this.message = message;
		}

		int status() {
			return this.status;
		}

		String message() {
			return this.message;
		}

	}

}
