package io.tgr.sandbox.github.fault;

import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Announces the whole answer, sends half of it and drops the connection.
 */
final class TruncatedResponse extends ServerHttpResponseDecorator {

	TruncatedResponse(ServerHttpResponse delegate) {
		super(delegate);
	}

	@Override
	public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
		return DataBufferUtils.join(body).flatMap((whole) -> {
			int length = whole.readableByteCount();
			getHeaders().setContentLength(length);
			DataBuffer half = whole.split(length / 2);
			DataBufferUtils.release(whole);
			return super.writeWith(Flux.concat(Mono.just(half), Mono.error(new TruncatedException())));
		});
	}

	@Override
	public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
		return writeWith(Flux.from(body).concatMap((part) -> part));
	}

	/**
	 * Makes the server drop the connection.
	 */
	@SuppressWarnings("serial")
	private static final class TruncatedException extends RuntimeException {

		TruncatedException() {
			super("Truncated on demand", null, false, false);
		}

	}

}
