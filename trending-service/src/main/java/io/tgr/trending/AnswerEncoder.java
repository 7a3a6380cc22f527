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
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.databind.json.JsonMapper;

/**
 * Encodes, compresses and tags answers.
 */
@Component
public final class AnswerEncoder {

	private final JsonMapper mapper;

	private final Scheduler scheduler;

	AnswerEncoder(JsonMapper mapper, Scheduler rankingScheduler) {
		this.mapper = mapper;
		this.scheduler = rankingScheduler;
	}

	// An answer for one client: encoded off the event loop, and never kept by anybody
	// without asking again.
	Mono<EncodedAnswer> single(TrendingQuery query, TrendingAnswer answer) {
		return Mono.fromSupplier(() -> encode(query, answer, Duration.ZERO)).subscribeOn(this.scheduler);
	}

	Mono<EncodedAnswer> single(Object answer) {
		return Mono.fromSupplier(() -> encode(answer, Duration.ZERO)).subscribeOn(this.scheduler);
	}

	Mono<EncodedAnswer> single(byte[] json) {
		return Mono.fromSupplier(() -> encode(json, Duration.ZERO)).subscribeOn(this.scheduler);
	}

	EncodedAnswer encode(Object answer, Duration maxAge) {
		return encode(this.mapper.writeValueAsBytes(answer), maxAge);
	}

	EncodedAnswer encode(byte[] json, Duration maxAge) {
		return encode(json, MediaType.APPLICATION_JSON, maxAge);
	}

	EncodedAnswer encode(TrendingQuery query, TrendingAnswer answer, Duration maxAge) {
		AnswerShape shape = query.shape();
		EncodedAnswer encoded = encode(shape.write(query, answer), shape.type(), maxAge);
		shape.describe(answer, encoded.plain().headers());
		shape.describe(answer, encoded.gzip().headers());
		return encoded;
	}

	/**
	 * Compresses and tags an answer.
	 * @param body its bytes
	 * @param type what they are
	 * @param maxAge how long anybody may keep it, zero for not without asking again
	 * @return the answer as it leaves
	 */
	public EncodedAnswer encode(byte[] body, MediaType type, Duration maxAge) {
		String tag = HexFormat.of().formatHex(Arrays.copyOf(sha256(body), 16));
		EncodedAnswer.Variant plain = variant(body, type, '"' + tag + '"', maxAge);
		EncodedAnswer.Variant gzip = variant(gzip(body), type, '"' + tag + "-gzip\"", maxAge);
		gzip.headers().set(HttpHeaders.CONTENT_ENCODING, "gzip");
		return new EncodedAnswer(plain, gzip);
	}

	private static EncodedAnswer.Variant variant(byte[] body, MediaType type, String tag, Duration maxAge) {
		HttpHeaders headers = new HttpHeaders();
		headers.setContentType(type);
		headers.setContentLength(body.length);
		headers.setETag(tag);
		headers.setCacheControl((maxAge.isZero()) ? CacheControl.noCache() : CacheControl.maxAge(maxAge).cachePublic());
		headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
		return new EncodedAnswer.Variant(tag, headers, body);
	}

	private static byte[] gzip(byte[] body) {
		ByteArrayOutputStream target = new ByteArrayOutputStream(body.length / 4 + 64);
		try (GZIPOutputStream gzip = new GZIPOutputStream(target)) {
			gzip.write(body);
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
