package io.tgr.common.github;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;

import org.springframework.boot.ssl.pem.PemContent;

/**
 * The private key of a GitHub App, which signs its assertions (JSON Web Tokens, RS256).
 */
final class AppKey {

	private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

	private final String appId;

	private final PrivateKey key;

	/**
	 * Reads the key.
	 * @param appId the App's id
	 * @param pem the key as PEM, PKCS#1 as GitHub hands it out or PKCS#8
	 */
	AppKey(String appId, String pem) {
		this.appId = appId;
		PrivateKey read = PemContent.of(pem).getPrivateKey();
		if (read == null || !read.getAlgorithm().equals("RSA")) {
			throw new IllegalArgumentException("Not an RSA key");
		}
		this.key = read;
	}

	/**
	 * Says who we are, for less than the ten minutes that GitHub allows and as of a
	 * minute ago, since clocks differ.
	 * @param now the present time
	 * @return a signed token
	 */
	String assertion(Instant now) {
		String content = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "."
				+ encoded("{\"iat\":%d,\"exp\":%d,\"iss\":\"%s\"}".formatted(now.getEpochSecond() - 60,
						now.getEpochSecond() + 540, this.appId.replaceAll("[^\\w.-]", "")));
		try {
			Signature signature = Signature.getInstance("SHA256withRSA");
			signature.initSign(this.key);
			signature.update(content.getBytes(StandardCharsets.US_ASCII));
			return content + "." + BASE64.encodeToString(signature.sign());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("The App's private key cannot sign", ex);
		}
	}

	private static String encoded(String json) {
		return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
	}

}
