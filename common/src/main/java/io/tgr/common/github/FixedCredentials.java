package io.tgr.common.github;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;

/**
 * Credentials that never change: none, a token, a client id with its secret.
 */
final class FixedCredentials implements Credentials {

	private final String kind;

	private final Mono<String> authorization;

	private FixedCredentials(String kind, @Nullable String authorization) {
		this.kind = kind;
		this.authorization = Mono.justOrEmpty(authorization);
	}

	static Credentials none() {
		return new FixedCredentials("none", null);
	}

	static Credentials token(String token) {
		return new FixedCredentials("token", "Bearer " + token);
	}

	static Credentials client(String id, String secret) {
		return new FixedCredentials("client",
				"Basic " + HttpHeaders.encodeBasicAuth(id, secret, StandardCharsets.UTF_8));
	}

	@Override
	public String kind() {
		return this.kind;
	}

	@Override
	public Mono<String> authorization() {
		return this.authorization;
	}

}
