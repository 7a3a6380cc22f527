package io.tgr.sandbox.github.conditional;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads the whole answer to tag it, and drops it when the client has it.
 */
final class TaggedResponse extends ServerHttpResponseDecorator {

	private final ServerWebExchange exchange;

	TaggedResponse(ServerWebExchange exchange) {
		super(exchange.getResponse());
		this.exchange = exchange;
	}

	@Override
	public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
		if (getStatusCode() != null && getStatusCode() != HttpStatus.OK) {
			return super.writeWith(body);
		}
		return DataBufferUtils.join(body).flatMap((content) -> {
			if (!this.exchange.checkNotModified(tag(content))) {
				return super.writeWith(Mono.just(content));
			}
			DataBufferUtils.release(content);
			getHeaders().remove(HttpHeaders.CONTENT_TYPE);
			getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
			return setComplete();
		});
	}

	@Override
	public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
		return writeWith(Flux.from(body).concatMap((part) -> part));
	}

	private static String tag(DataBuffer content) {
		try (DataBuffer.ByteBufferIterator buffers = content.readableByteBuffers()) {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			buffers.forEachRemaining(digest::update);
			return "W/\"" + HexFormat.of().formatHex(digest.digest()) + '"';
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
