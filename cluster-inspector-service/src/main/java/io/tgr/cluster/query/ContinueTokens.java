package io.tgr.cluster.query;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

import io.tgr.cluster.pod.PodKey;
import io.tgr.common.web.InvalidParameterException;

/**
 * Writes where a page ended so that the next can go on from there: signed with a key that
 * lives as long as this process, and good for one query only.
 */
@Component
@EnableConfigurationProperties(QueryProperties.class)
class ContinueTokens {

	private static final String ALGORITHM = "HmacSHA256";

	private static final int KEY_BYTES = 32;

	private static final int SIGNATURE_BYTES = 32;

	private static final int MOST_CHARACTERS = 2048;

	private final byte[] key = new byte[KEY_BYTES];

	private final long keyId;

	private final QueryProperties properties;

	private final Clock clock;

	ContinueTokens(QueryProperties properties, Clock clock) {
		SecureRandom random = new SecureRandom();
		random.nextBytes(this.key);
		this.keyId = random.nextLong();
		this.properties = properties;
		this.clock = clock;
	}

	String write(Place end, String query) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			out.writeLong(this.keyId);
			out.writeLong(this.clock.instant().getEpochSecond());
			out.write(digest(query));
			out.writeUTF(end.key().namespace());
			out.writeUTF(end.key().name());
			out.writeBoolean(end.value() != null);
			out.writeUTF(String.valueOf(end.value()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		bytes.writeBytes(sign(bytes.toByteArray()));
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
	}

	Place read(String token, PodOrder order, String query) {
		if (token.length() > MOST_CHARACTERS) {
			throw notOurs(token.substring(0, MOST_CHARACTERS));
		}
		try {
			byte[] bytes = Base64.getUrlDecoder().decode(token);
			byte[] payload = Arrays.copyOf(bytes, Math.max(0, bytes.length - SIGNATURE_BYTES));
			DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload));
			if (in.readLong() != this.keyId) {
				throw new ContinueExpiredException("The page was given by another process of this service");
			}
			byte[] signature = Arrays.copyOfRange(bytes, payload.length, bytes.length);
			if (!MessageDigest.isEqual(signature, sign(payload))) {
				throw notOurs(token);
			}
			return read(token, in, order, query);
		}
		catch (IllegalArgumentException | IOException ex) {
			throw notOurs(token);
		}
	}

	private Place read(String token, DataInputStream in, PodOrder order, String query) throws IOException {
		long age = this.clock.instant().getEpochSecond() - in.readLong();
		byte[] digest = digest(query);
		if (!Arrays.equals(in.readNBytes(digest.length), digest)) {
			throw new InvalidParameterException("continue", token, "what an answer to the same query says "
					+ "(the same filters, the same sort); this one is of another query", List.of());
		}
		if (age > this.properties.continueLifetime().toSeconds()) {
			throw new ContinueExpiredException("The last page is %d seconds old, more than %d".formatted(age,
					this.properties.continueLifetime().toSeconds()));
		}
		PodKey key = new PodKey(in.readUTF(), in.readUTF());
		boolean valued = in.readBoolean();
		String value = in.readUTF();
		return new Place((valued) ? order.sort().parse(value) : null, key);
	}

	private byte[] sign(byte[] payload) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(this.key, ALGORITHM));
			return mac.doFinal(payload);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] digest(String query) {
		try {
			return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(query.getBytes(StandardCharsets.UTF_8)),
					16);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static InvalidParameterException notOurs(String token) {
		return new InvalidParameterException("continue", token,
				"what an answer says under continue, unchanged; this one is damaged or not ours", List.of());
	}

}
