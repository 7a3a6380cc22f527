package io.tgr.sandbox.github.access;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The key pair of the sandbox's App, made when first asked for.
 */
@Component
class AppKey {

	/**
	 * What PKCS #8 puts before the PKCS #1 key of 2,048 bits: lengths, version,
	 * algorithm.
	 */
	private static final int PKCS8_HEADER = 26;

	private @Nullable KeyPair pair;

	PublicKey publicKey() {
		return pair().getPublic();
	}

	String privateKeyPem() {
		byte[] pkcs8 = pair().getPrivate().getEncoded();
		byte[] pkcs1 = Arrays.copyOfRange(pkcs8, PKCS8_HEADER, pkcs8.length);
		String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(pkcs1);
		return "-----BEGIN RSA PRIVATE KEY-----\n" + text + "\n-----END RSA PRIVATE KEY-----\n";
	}

	private synchronized KeyPair pair() {
		KeyPair known = this.pair;
		if (known == null) {
			known = generate();
			this.pair = known;
		}
		return known;
	}

	private static KeyPair generate() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(2048);
			return generator.generateKeyPair();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
