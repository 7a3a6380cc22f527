package io.tgr.common.github;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * Credentials of an App's installation: a token that GitHub gives for a signed assertion,
 * asked for again before it expires, once for all who wait.
 */
final class AppCredentials implements Credentials {

	private static final Duration RENEWAL = Duration.ofMinutes(5);

	private final WebClient client;

	private final AppKey key;

	private final String installationId;

	private final Clock clock;

	private final Mono<Token> token;

	private volatile boolean refused;

	AppCredentials(WebClient client, AppKey key, String installationId, Clock clock) {
		this.client = client;
		this.key = key;
		this.installationId = installationId;
		this.clock = clock;
		this.token = Mono.defer(this::issue).cacheInvalidateIf(this::outdated);
	}

	@Override
	public String kind() {
		return "app";
	}

	@Override
	public Mono<String> authorization() {
		return this.token.map((token) -> "Bearer " + token.value());
	}

	@Override
	public void refused() {
		this.refused = true;
	}

	private boolean outdated(Token token) {
		return this.refused || !this.clock.instant().isBefore(token.expiresAt().minus(RENEWAL));
	}

	private Mono<Token> issue() {
		this.refused = false;
		return this.client.post()
			.uri("/app/installations/{id}/access_tokens", this.installationId)
			.headers((headers) -> headers.set(HttpHeaders.AUTHORIZATION,
					"Bearer " + this.key.assertion(this.clock.instant())))
			.retrieve()
			.bodyToMono(Token.class)
			.onErrorMap(GithubException.class, this::refusal);
	}

	// No installation of that id, or a suspended one, is our trouble and no caller's.
	private GithubException refusal(GithubException ex) {
		return switch (ex.failure()) {
			case NOT_FOUND, FORBIDDEN, INVALID_REQUEST -> new GithubException(GithubFailure.BAD_CREDENTIALS,
					ex.status(), null, "no token for installation " + this.installationId, null);
			default -> ex;
		};
	}

	/**
	 * A token and its end.
	 *
	 * @param value the token
	 * @param expiresAt when it stops working
	 */
	record Token(@JsonProperty("token") String value, @JsonProperty("expires_at") Instant expiresAt) {

		@Override
		public String toString() {
			return "Token[expiresAt=" + this.expiresAt + "]";
		}

	}

}
