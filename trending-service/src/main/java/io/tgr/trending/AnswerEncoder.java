package io.tgr.trending;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Encodes, compresses and tags answers.
 */
@Component
final class AnswerEncoder {

	private final JsonMapper mapper;

	AnswerEncoder(JsonMapper mapper) {
		this.mapper = mapper;
	}

	EncodedAnswer encode(Object answer, Duration maxAge) {
		return encode(this.mapper.writeValueAsBytes(answer), maxAge);
	}

	EncodedAnswer encode(byte[] json, Duration maxAge) {
		String tag = HexFormat.of().formatHex(Arrays.copyOf(sha256(json), 16));
		HttpHeaders plain = headers(json.length, tag, maxAge);
		byte[] compressed = gzip(json);
		HttpHeaders gzip = headers(compressed.length, tag + "-gzip", maxAge);
		gzip.set(HttpHeaders.CONTENT_ENCODING, "gzip");
		return new EncodedAnswer(new EncodedAnswer.Variant(plain, json), new EncodedAnswer.Variant(gzip, compressed));
	}

	private static HttpHeaders headers(int length, String tag, Duration maxAge) {
		HttpHeaders headers = new HttpHeaders();
		headers.setContentType(MediaType.APPLICATION_JSON);
		headers.setContentLength(length);
		headers.setETag('"' + tag + '"');
		headers.setCacheControl((maxAge.isZero()) ? CacheControl.noCache() : CacheControl.maxAge(maxAge).cachePublic());
		headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
		return headers;
	}

	private static byte[] gzip(byte[] json) {
		ByteArrayOutputStream target = new ByteArrayOutputStream(json.length / 4 + 64);
		try (GZIPOutputStream gzip = new GZIPOutputStream(target)) {
			gzip.write(json);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return target.toByteArray();
	}

	private static byte[] sha256(byte[] bytes) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(bytes);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
