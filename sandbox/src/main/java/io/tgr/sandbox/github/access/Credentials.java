package io.tgr.sandbox.github.access;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/**
 * The credentials the sandbox knows. They are written here for all to read, so they are
 * no secrets.
 */
@Component
class Credentials {

	static final String TOKEN = "sandbox-token";

	static final String USER_ID = "1002253";

	static final String CLIENT_ID = "sandbox-client";

	static final String CLIENT_SECRET = "sandbox-secret";

	private final InstallationTokens installationTokens;

	Credentials(InstallationTokens installationTokens) {
		this.installationTokens = installationTokens;
	}

	@Nullable Caller caller(ServerHttpRequest request) {
		String header = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
		if (header == null) {
			return Caller.anonymous(address(request));
		}
		int space = header.indexOf(' ');
		if (space < 0) {
			return null;
		}
		String scheme = header.substring(0, space);
		String value = header.substring(space + 1).trim();
		if (scheme.equalsIgnoreCase("basic")) {
			return client(value);
		}
		return (scheme.equalsIgnoreCase("bearer") || scheme.equalsIgnoreCase("token")) ? token(value) : null;
	}

	static String address(ServerHttpRequest request) {
		InetSocketAddress remote = request.getRemoteAddress();
		return (remote != null && remote.getAddress() != null) ? remote.getAddress().getHostAddress() : "unknown";
	}

	private static @Nullable Caller client(String encoded) {
		String expected = Base64.getEncoder()
			.encodeToString((CLIENT_ID + ":" + CLIENT_SECRET).getBytes(StandardCharsets.UTF_8));
		return encoded.equals(expected) ? new Caller(CredentialKind.CLIENT, CLIENT_ID) : null;
	}

	private @Nullable Caller token(String token) {
		if (token.equals(TOKEN)) {
			return new Caller(CredentialKind.TOKEN, USER_ID);
		}
		String installation = this.installationTokens.installation(token);
		return (installation != null) ? new Caller(CredentialKind.INSTALLATION, installation) : null;
	}

}
