package io.tgr.common.store;

import io.lettuce.core.RedisURI;
import io.lettuce.core.StaticCredentialsProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalyzedException;

/**
 * Reads the address of Redis; never shows it, since it may hold a password.
 */
final class RedisAddress {

	private static final String SYNTAX = "Write redis://HOST, redis://HOST:PORT/DATABASE or rediss://USER:PASSWORD@HOST:PORT; what is special in a password percent-encoded, or the password in tgr.store.redis.password.";

	private RedisAddress() {
	}

	static RedisURI of(StoreProperties.Redis properties) {
		String url = (properties.url() != null) ? properties.url().strip() : "";
		if (!url.matches("rediss?://.+")) {
			throw refusal();
		}
		RedisURI address = parse(url);
		if (address.getHost() == null || address.getHost().isBlank()) {
			throw refusal();
		}
		String password = properties.password();
		if (password == null || password.isBlank()) {
			return address;
		}
		String user = user(address);
		RedisURI.Builder builder = RedisURI.builder(address);
		return ((user != null) ? builder.withAuthentication(user, password.toCharArray())
				: builder.withPassword(password.toCharArray()))
			.build();
	}

	private static @Nullable String user(RedisURI address) {
		return (address.getCredentialsProvider() instanceof StaticCredentialsProvider given)
				? given.resolveCredentialsNow().getUsername() : null;
	}

	// The message of the failure would show the address.
	private static RedisURI parse(String url) {
		try {
			return RedisURI.create(url);
		}
		catch (IllegalArgumentException ex) {
			throw refusal();
		}
	}

	private static FailureAnalyzedException refusal() {
		return new FailureAnalyzedException("tgr.store.redis.url (TGR_STORE_REDIS_URL) is no address of a Redis.",
				SYNTAX);
	}

}
