package io.tgr.common.github;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

import org.springframework.util.StringUtils;

/**
 * Short names for long things in the store; credentials cannot be read back from theirs.
 */
final class Fingerprint {

	private static final int BYTES = 15;

	private Fingerprint() {
	}

	/**
	 * Who we are for GitHub: other credentials have other answers and another budget.
	 * @param properties the settings, of which secret parts only a token is hashed
	 * @return a short name
	 */
	static String of(GithubProperties properties) {
		if (StringUtils.hasText(properties.token())) {
			return of("token " + properties.token().strip()).substring(0, 8);
		}
		String app = properties.app().installationId();
		String who = (StringUtils.hasText(app)) ? "app " + app.strip() : "client " + properties.clientId();
		return (StringUtils.hasText(app) || StringUtils.hasText(properties.clientId())) ? of(who).substring(0, 8)
				: "anonymous";
	}

	static String of(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, BYTES));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
